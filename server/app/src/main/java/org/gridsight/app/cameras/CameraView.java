package org.gridsight.app.cameras;

/** A camera on the wire; never an address, never a password. */
record CameraView(
        String id,
        String name,
        String gridCode,
        CameraStatus status,
        CameraKind kind,
        PlaceType placeType,
        double heading,
        double fieldOfView,
        double rangeMetres,
        String source,
        String transport,
        Datum datum,
        boolean masked,
        long version) {}
