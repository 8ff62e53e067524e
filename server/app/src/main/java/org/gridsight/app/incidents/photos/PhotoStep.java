package org.gridsight.app.incidents.photos;

/** To which part of the course of a case a photo belongs. */
enum PhotoStep {
    REPORT,
    HANDLE,
    VERIFY
}
