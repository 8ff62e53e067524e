package org.gridsight.media.gb28181;

/**
 * The few things that tie requests together: Call-ID, tags, counter. Stands in for JAIN-SIP's dialogs, which are off because
 * devices break their rules. Belongs to the station's thread.
 */
final class Talk {

    private final String callId;
    private final String localTag;
    private final String targetId;
    private Peer peer;
    private String remoteTag = "";
    private String remoteUser;
    private long sequence;

    Talk(String callId, String localTag, String targetId, Peer peer) {
        this.callId = callId;
        this.localTag = localTag;
        this.targetId = targetId;
        this.remoteUser = targetId;
        this.peer = peer;
    }

    void answered(Answer answer) {
        if (!answer.toTag().isEmpty()) {
            remoteTag = answer.toTag();
        }
        if (!answer.contactUser().isEmpty()) {
            remoteUser = answer.contactUser();
        }
    }

    /** Follows a device whose router gave it another port. */
    void moveTo(Peer now) {
        peer = now;
    }

    long nextSequence() {
        return ++sequence;
    }

    long sequence() {
        return sequence;
    }

    String callId() {
        return callId;
    }

    String localTag() {
        return localTag;
    }

    String remoteTag() {
        return remoteTag;
    }

    String targetId() {
        return targetId;
    }

    /** The user part of the request URI: the channel first, what its Contact said later. */
    String remoteUser() {
        return remoteUser;
    }

    Peer peer() {
        return peer;
    }
}
