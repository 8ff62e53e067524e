create spatial index incident_by_place on incidents.incident (location);
