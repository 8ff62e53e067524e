package org.gridsight.media.gb28181;

/**
 * The few things that tie requests together: Call-ID, tags, counter. Stands in for JAIN-SIP's dialogs, which are off because
 * devices break their rules. Belongs to the station's thread.
 */
final class Talk {

    /**
     * One end of the exchange.
     *
     * @param tag empty as long as the end has not spoken
     */
    record Party(String user, String domain, String tag) {}

    private final String callId;
    private final Party local;
    private final Party remote;
    private Peer peer;
    private String remoteTag;
    private String remoteUser;
    private long sequence;

    Talk(String callId, Party local, Party remote, Peer peer) {
        this.callId = callId;
        this.local = local;
        this.remote = remote;
        this.remoteTag = remote.tag();
        this.remoteUser = remote.user();
        this.peer = peer;
    }

    /** Requests go to another name than the one in To, as in REGISTER. */
    Talk addressedTo(String user) {
        remoteUser = user;
        return this;
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

    Party local() {
        return local;
    }

    String remoteTag() {
        return remoteTag;
    }

    Party remote() {
        return remote;
    }

    /** The user part of the request URI: the channel first, what its Contact said later. */
    String remoteUser() {
        return remoteUser;
    }

    Peer peer() {
        return peer;
    }
}
