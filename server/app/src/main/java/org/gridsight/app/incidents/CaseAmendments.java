package org.gridsight.app.incidents;

/** How many amendments of a case wait for somebody to decide; implemented by the package that keeps them. */
public interface CaseAmendments {

    int countOpen(long incidentSeq);
}
