package org.gridsight.media.gb28181;

import java.text.ParseException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sip.InvalidArgumentException;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Signs devices in and out and notices when they fall silent. Belongs to the station's thread. */
final class Registrar {

    private static final Duration NONCE_LIFE = Duration.ofMinutes(5);
    private static final int LONGEST_SECONDS = 86_400;
    private static final int USUAL_SECONDS = 3_600;
    /** GB/T 28181 wants the platform's local time, without a zone, in Date. */
    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");

    private final Switchboard board;
    private final DeviceSecrets secrets;
    private final Consumer<DeviceState> greet;
    private final Nonces nonces = new Nonces(NONCE_LIFE);

    Registrar(Switchboard board, DeviceSecrets secrets, Consumer<DeviceState> greet) {
        this.board = board;
        this.secrets = secrets;
        this.greet = greet;
    }

    void register(Incoming incoming) {
        String id = incoming.deviceId();
        if (!SipText.isId(id)) {
            board.faults().count("gb-bad-id");
            board.door().reply(incoming, Response.BAD_REQUEST);
            return;
        }
        AuthorizationHeader proof = (AuthorizationHeader) incoming.request().getHeader(AuthorizationHeader.NAME);
        String nonce = proof == null || proof.getNonce() == null ? "" : proof.getNonce();
        if (proof == null || !nonces.isOurs(nonce, incoming.peer().host())) {
            // many devices send a digest over a nonce they invented or kept: never worth anything
            challenge(incoming, false);
        } else if (!nonces.isFresh(nonce)) {
            challenge(incoming, true);
        } else if (!isProven(id, proof)) {
            board.faults().count("gb-register-refused");
            board.door().reply(incoming, Response.FORBIDDEN);
        } else {
            accept(incoming, id);
        }
    }

    private boolean isProven(String id, AuthorizationHeader proof) {
        Optional<String> password;
        try {
            password = secrets.passwordOf(id);
        } catch (RuntimeException e) {
            board.faults().count("sip-listener-failed");
            return false;
        }
        return password.isPresent()
                && DigestProof.holds(proof, Request.REGISTER, board.settings().domain(), password.get());
    }

    private void challenge(Incoming incoming, boolean stale) {
        board.door().reply(incoming, Response.UNAUTHORIZED, response -> {
            try {
                WWWAuthenticateHeader ask = board.door().writer().headers().createWWWAuthenticateHeader("Digest");
                ask.setRealm(board.settings().domain());
                ask.setNonce(nonces.next(incoming.peer().host()));
                ask.setAlgorithm("MD5");
                if (stale) {
                    ask.setStale(true);
                }
                response.addHeader(ask);
            } catch (ParseException e) {
                throw new IllegalArgumentException("the SIP domain cannot stand in a header", e);
            }
        });
    }

    private void accept(Incoming incoming, String id) {
        int seconds = Math.min(expires(incoming.request()), LONGEST_SECONDS);
        board.door().reply(incoming, Response.OK, response -> {
            try {
                ContactHeader contact = (ContactHeader) incoming.request().getHeader(ContactHeader.NAME);
                if (contact != null) {
                    response.addHeader((ContactHeader) contact.clone());
                }
                response.setExpires(board.door().writer().headers().createExpiresHeader(seconds));
                response.addHeader(SipDoor.header("Date", localTime()));
                if (incoming.request().getHeader("X-GB-Ver") != null) {
                    response.addHeader(SipDoor.header("X-GB-Ver", "3.0"));
                }
            } catch (InvalidArgumentException e) {
                throw new IllegalArgumentException("no expiry of " + seconds, e);
            }
        });
        if (seconds == 0) {
            signOut(id);
        } else {
            signIn(incoming, id, seconds);
        }
    }

    private String localTime() {
        return LOCAL_TIME.format(LocalDateTime.ofInstant(board.clock().instant(), ZoneId.systemDefault()));
    }

    private static int expires(Request request) {
        ExpiresHeader header = request.getExpires();
        if (header != null) {
            return Math.max(0, header.getExpires());
        }
        ContactHeader contact = (ContactHeader) request.getHeader(ContactHeader.NAME);
        return contact == null || contact.getExpires() < 0 ? USUAL_SECONDS : contact.getExpires();
    }

    private void signIn(Incoming incoming, String id, int seconds) {
        DeviceState device = board.devices()
                .computeIfAbsent(
                        id,
                        ignored -> new DeviceState(
                                id, incoming.peer(), board.clock().instant()));
        boolean wasOnline = device.isOnline();
        boolean anew = device.signIn(incoming, seconds, board.clock().instant());
        if (!wasOnline) {
            Device view = device.view();
            board.teller().tell(events -> events.registered(view));
        }
        if (anew && device.mayBeGreeted(System.nanoTime())) {
            greet.accept(device);
        }
    }

    /** Nothing happens when it is not signed in. */
    void signOut(String id) {
        DeviceState device = board.devices().get(id);
        if (device != null && device.isOnline()) {
            setOffline(device);
        }
    }

    /** Finds the devices that have been silent for too long. */
    void sweep() {
        long now = System.nanoTime();
        long silence = board.times().offlineAfter().toNanos();
        for (DeviceState device : board.devices().values()) {
            if (device.isOnline() && device.isLate(now, silence)) {
                board.faults().count("gb-keepalive-missed");
                setOffline(device);
            }
        }
    }

    private void setOffline(DeviceState device) {
        device.signOut();
        Device view = device.view();
        board.teller().tell(events -> events.offline(view));
    }
}
