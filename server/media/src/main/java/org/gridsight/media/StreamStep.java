package org.gridsight.media;

/** How far a stream has come, in order; what a person is told when no picture comes. */
public enum StreamStep {
    /** The device has signed in (GB/T 28181) or the recorder has taken the connection (RTSP). */
    REGISTERED("registered"),
    /** The stream has been asked for: INVITE, or DESCRIBE and SETUP. */
    INVITED("invited"),
    /** The device has agreed and named its stream. */
    ANSWERED("answered"),
    /** The first media packet has come. */
    FIRST_PACKET("first-packet"),
    /** The first picture that a decoder can begin with has come. */
    FIRST_KEYFRAME("first-keyframe"),
    /** The first fragment has been handed to a viewer. */
    FIRST_FRAGMENT("first-fragment");

    private final String word;

    StreamStep(String word) {
        this.word = word;
    }

    /** The name on the wire. */
    public String word() {
        return word;
    }
}
