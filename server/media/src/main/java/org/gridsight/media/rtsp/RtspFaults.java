package org.gridsight.media.rtsp;

import org.gridsight.media.MediaFault;
import org.gridsight.media.net.CloseCause;

/** The reasons for which a run ends, in words that carry no secret. */
final class RtspFaults {

    static final MediaFault REDIRECT =
            new MediaFault("rtsp-redirect", "the camera names another address, which is not followed");
    static final MediaFault LOGIN_MISSING =
            new MediaFault("rtsp-unauthorised", "the camera asks for a name and password, and none is set");
    static final MediaFault LOGIN_WRONG =
            new MediaFault("rtsp-unauthorised", "the camera refuses the name or password");
    static final MediaFault LOGIN_UNKNOWN =
            new MediaFault("rtsp-unauthorised", "the camera asks for a kind of sign-in that is not known");
    static final MediaFault NO_ANSWER = new MediaFault("rtsp-no-answer", "the camera does not answer a request");
    static final MediaFault NO_PACKET = new MediaFault("rtsp-silent", "the camera answered, but no media packet came");
    static final MediaFault SILENT = new MediaFault("rtsp-silent", "media packets stopped coming");
    static final MediaFault RUBBISH = new MediaFault("rtsp-rubbish", "the camera sends what is no RTSP");
    static final MediaFault NO_PORT = new MediaFault("rtsp-no-port", "no free pair of UDP ports");

    private RtspFaults() {}

    /** A status of 400 and above. */
    static MediaFault refusal(String method, int status) {
        String code = switch (status) {
            case 403 -> "rtsp-forbidden";
            case 404 -> "rtsp-not-found";
            case 453 -> "rtsp-no-bandwidth";
            case 454 -> "rtsp-session-lost";
            case 461 -> "rtsp-transport";
            default -> status >= 500 ? "rtsp-server-error" : "rtsp-refused";
        };
        return new MediaFault(code, "the camera answers " + method + " with " + status);
    }

    static MediaFault closed(CloseCause cause) {
        return switch (cause) {
            case REFUSED -> new MediaFault("rtsp-unreachable", "the connection is refused or there is no way to it");
            case CONNECT_TIMEOUT -> new MediaFault("rtsp-unreachable", "nobody answers at the address");
            case PEER -> new MediaFault("rtsp-closed", "the camera closed the connection");
            case IDLE -> NO_ANSWER;
            case BROKEN -> new MediaFault("rtsp-closed", "the connection broke");
            case HANDLER_FAILED -> new MediaFault("internal", "a bug of ours ended the stream");
            case LOCAL -> new MediaFault("rtsp-closed", "the product shuts down");
        };
    }
}
