create index incident_by_place on incidents.incident using gist (location);
