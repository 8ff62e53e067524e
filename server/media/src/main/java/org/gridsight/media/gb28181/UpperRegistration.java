package org.gridsight.media.gb28181;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.InvalidArgumentException;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.gridsight.media.gb28181.UpperState.Standing;
import org.gridsight.media.net.RefusedAddress;
import org.jspecify.annotations.Nullable;

/**
 * Keeps us signed in at an upper platform: REGISTER before it runs out, keepalives, and after a failure another try, later
 * each time. Belongs to the link's thread; {@link #standing} may be read by all.
 */
final class UpperRegistration {

    private static final int MOST_PROOFS = 2;
    private static final int MISSED_KEEPALIVES = 3;
    private static final int MOST_DOUBLINGS = 16;

    /** How it stands, without the streams. */
    record View(Standing standing, String code, Instant since) {}

    private final UpperLine line;
    private final Runnable lost;
    private volatile View view;
    private @Nullable Talk talk;
    /** Grows whenever what is on its way no longer counts. */
    private long epoch;

    private int proofs;
    private int failures;
    private int missed;

    /** @param lost told when we are no longer signed in */
    UpperRegistration(UpperLine line, Runnable lost) {
        this.line = line;
        this.lost = lost;
        view = new View(Standing.CONNECTING, "", line.settings().clock().instant());
    }

    View view() {
        return view;
    }

    void begin() {
        UpperPlatform platform = line.platform();
        try {
            line.callAt(line.settings().places().check(platform.host(), platform.port()));
        } catch (RefusedAddress refused) {
            failed(refused.fault().code());
            return;
        }
        SipWriter writer = line.door().writer();
        Talk.Party own = new Talk.Party(platform.user(), platform.ownDomain(), "");
        talk = writer.talk(platform.user(), own, line.peer()).addressedTo(platform.id());
        proofs = 0;
        register(line.times().expires().toSeconds(), Optional.empty(), () -> {});
    }

    private void register(long seconds, Optional<AuthorizationHeader> proof, Runnable done) {
        Talk own = talk;
        if (own == null) {
            done.run();
            return;
        }
        long now = ++epoch;
        Request request = line.door().writer().next(own, Request.REGISTER);
        try {
            request.setExpires(line.door().writer().headers().createExpiresHeader((int) seconds));
        } catch (InvalidArgumentException e) {
            throw new IllegalArgumentException("no expiry of " + seconds, e);
        }
        proof.ifPresent(request::addHeader);
        line.ask(request, answer -> {
            if (epoch == now) {
                answered(request, seconds, answer, done);
            }
        });
    }

    private void answered(Request request, long seconds, Answer answer, Runnable done) {
        Response response = answer.response();
        if (response != null && answer.status() == Response.UNAUTHORIZED && proofs < MOST_PROOFS) {
            proofs++;
            Optional<AuthorizationHeader> proof = proof(request, response);
            if (proof.isPresent()) {
                register(seconds, proof, done);
            } else {
                failed("up-challenge-unknown");
                done.run();
            }
        } else if (seconds == 0) {
            done.run();
        } else if (response != null && answer.isGood()) {
            signedIn(Math.min(seconds, granted(response, seconds)));
        } else if (response == null) {
            failed("up-no-answer");
        } else {
            failed(answer.status() == Response.UNAUTHORIZED ? "up-password" : "up-refused-" + answer.status());
        }
    }

    private Optional<AuthorizationHeader> proof(Request request, Response response) {
        WWWAuthenticateHeader challenge = (WWWAuthenticateHeader) response.getHeader(WWWAuthenticateHeader.NAME);
        return challenge == null
                ? Optional.empty()
                : DigestAnswer.to(
                        challenge,
                        Request.REGISTER,
                        request.getRequestURI(),
                        line.platform(),
                        line.door().writer().headers());
    }

    private static long granted(Response response, long wanted) {
        ExpiresHeader header = response.getExpires();
        if (header != null && header.getExpires() > 0) {
            return header.getExpires();
        }
        ContactHeader contact = (ContactHeader) response.getHeader(ContactHeader.NAME);
        return contact == null || contact.getExpires() <= 0 ? wanted : contact.getExpires();
    }

    private void signedIn(long seconds) {
        long now = ++epoch;
        proofs = 0;
        failures = 0;
        missed = 0;
        line.setRegistered(true);
        if (view.standing() != Standing.REGISTERED) {
            view = new View(Standing.REGISTERED, "", line.settings().clock().instant());
        }
        line.after(Duration.ofMillis(Math.max(1_000, seconds * 800)), () -> {
            if (epoch == now) {
                register(line.times().expires().toSeconds(), Optional.empty(), () -> {});
            }
        });
        keepAliveLater(now);
    }

    private void keepAliveLater(long now) {
        line.after(line.times().keepalive(), () -> {
            if (epoch != now) {
                return;
            }
            Manscdp text = Manscdp.notice(
                            "Keepalive", line.nextSerial(), line.platform().user())
                    .with("Status", "OK");
            line.message(text, answer -> {
                if (epoch == now) {
                    keptAlive(now, answer);
                }
            });
        });
    }

    private void keptAlive(long now, Answer answer) {
        if (answer.isGood()) {
            missed = 0;
            keepAliveLater(now);
        } else if (answer.response() != null) {
            // it no longer knows us
            failed("up-keepalive-" + answer.status());
        } else if (++missed >= MISSED_KEEPALIVES) {
            failed("up-silent");
        } else {
            keepAliveLater(now);
        }
    }

    private void failed(String code) {
        long now = ++epoch;
        line.faults().count(code);
        line.setRegistered(false);
        view = new View(Standing.FAILED, code, line.settings().clock().instant());
        lost.run();
        // a wrong password must not lock our account there
        Duration wait = code.equals("up-password") ? line.times().longestRetry() : backOff();
        line.after(jittered(wait), () -> {
            if (epoch == now) {
                begin();
            }
        });
    }

    private Duration backOff() {
        Duration wait = line.times().firstRetry().multipliedBy(1L << failures);
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        return wait.compareTo(line.times().longestRetry()) > 0 ? line.times().longestRetry() : wait;
    }

    private static Duration jittered(Duration wait) {
        return Duration.ofNanos(
                (long) (wait.toNanos() * (0.75 + ThreadLocalRandom.current().nextDouble() / 2)));
    }

    /** Signs out, if we are signed in. */
    void end(Runnable done) {
        boolean signedIn = view.standing() == Standing.REGISTERED;
        epoch++;
        view = new View(Standing.STOPPED, "", line.settings().clock().instant());
        if (signedIn) {
            proofs = 0;
            register(0, Optional.empty(), done);
        } else {
            done.run();
        }
        line.setRegistered(false);
    }
}
