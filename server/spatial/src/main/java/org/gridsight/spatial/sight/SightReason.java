package org.gridsight.spatial.sight;

/** Why a camera does or does not see a place, by the catalogue's word; the code is the word on the wire. */
public enum SightReason {
    IN_VIEW("inView"),
    /** Not in the picture now, but the camera can turn to it. */
    PTZ_REACH("ptzReach"),
    OCCLUDED("occluded"),
    TURNED_AWAY("turnedAway"),
    OUT_OF_RANGE("outOfRange");

    private final String code;

    SightReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
