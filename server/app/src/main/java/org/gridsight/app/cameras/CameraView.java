package org.gridsight.app.cameras;

/** A camera on the wire; never an address, never a password. */
record CameraView(
        String id,
        String name,
        String gridCode,
        CameraStatus status,
        double heading,
        double fieldOfView,
        double rangeMetres,
        String source,
        boolean masked,
        long version) {}
