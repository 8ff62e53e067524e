package org.gridsight.app.incidents;

/** How many photos a case has; implemented by the package that keeps them. */
public interface CasePhotos {

    int count(IncidentView incident);
}
