-- An order is heard where its case is heard, and by the worker it sends; no longer all over the worker's own area.
update incidents.assignment set scope_code =
    (select i.grid_code from incidents.incident i where i.seq = incidents.assignment.incident_seq);
