package org.gridsight.media.gb28181;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the station knows of one device. Written by the station's thread alone; {@link #view} may be read by all. */
final class DeviceState {

    private final String id;
    private final CatalogueBook catalogue = new CatalogueBook();
    private volatile Device view;
    private volatile Peer peer;
    private String registerCallId = "";
    private long registeredUntilNanos;
    private long seenNanos;
    private long greetedNanos;
    private boolean greeted;

    DeviceState(String id, Peer peer, Instant now) {
        this.id = id;
        this.peer = peer;
        this.view = new Device(id, false, "2.0", peer.tcp(), now, now, "", "", "");
    }

    String id() {
        return id;
    }

    Device view() {
        return view;
    }

    Peer peer() {
        return peer;
    }

    CatalogueBook catalogue() {
        return catalogue;
    }

    boolean isOnline() {
        return view.online();
    }

    /** Whether a request from there may be this device's: only a new sign-in moves it to another host. */
    boolean isAt(Peer from) {
        return peer.host().equals(from.host());
    }

    /** True when the device has begun anew since it was greeted: another Call-ID, or it was away. */
    boolean signIn(Incoming incoming, long secondsValid, Instant now) {
        boolean anew = !isOnline() || !incoming.callId().equals(registerCallId);
        boolean first = !isOnline();
        registerCallId = incoming.callId();
        peer = incoming.peer();
        seenNanos = System.nanoTime();
        registeredUntilNanos = seenNanos + secondsValid * 1_000_000_000L;
        Device old = view;
        view = new Device(
                id,
                true,
                incoming.version(),
                peer.tcp(),
                first ? now : old.registeredAt(),
                now,
                old.manufacturer(),
                old.model(),
                old.firmware());
        return anew;
    }

    /** It was heard again, perhaps through another port of its router or over another connection. */
    void heard(Peer from, Instant now) {
        peer = from;
        seenNanos = System.nanoTime();
        Device old = view;
        view = new Device(
                id,
                old.online(),
                old.version(),
                from.tcp(),
                old.registeredAt(),
                now,
                old.manufacturer(),
                old.model(),
                old.firmware());
    }

    void signOut() {
        Device old = view;
        view = new Device(
                id,
                false,
                old.version(),
                old.overTcp(),
                old.registeredAt(),
                old.seenAt(),
                old.manufacturer(),
                old.model(),
                old.firmware());
        greeted = false;
    }

    void describe(String manufacturer, String model, String firmware) {
        Device old = view;
        view = new Device(
                id,
                old.online(),
                old.version(),
                old.overTcp(),
                old.registeredAt(),
                old.seenAt(),
                manufacturer,
                model,
                firmware);
    }

    boolean isLate(long nowNanos, long silenceNanos) {
        return nowNanos - seenNanos > silenceNanos || nowNanos - registeredUntilNanos > 0;
    }

    /** At most one greeting a minute, however often a device signs in. */
    boolean mayBeGreeted(long nowNanos) {
        if (greeted && nowNanos - greetedNanos < 60_000_000_000L) {
            return false;
        }
        greeted = true;
        greetedNanos = nowNanos;
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
