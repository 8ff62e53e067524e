package org.gridsight.media.gb28181;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * Our side of GB/T 28181 as a lower platform: signs in at one upper platform over a port of its own, tells the channels that
 * are shared, and gives their pictures. Every method may be called from any thread and returns at once, but for start and
 * close.
 */
public final class UpperLink implements AutoCloseable {

    private static final long CLOSING_SECONDS = 5;

    private final UpperLine line;
    private final UpperRegistration registration;
    private final UpperCatalogue catalogue;
    private final UpperDesk desk;
    private final UpperCalls calls;

    /** Opens nothing yet; see {@link #start}. */
    public UpperLink(UpperPlatform platform, UpperSettings settings, Sharing sharing) {
        line = new UpperLine(platform, settings);
        catalogue = new UpperCatalogue(line, sharing);
        calls = new UpperCalls(line, sharing);
        desk = new UpperDesk(line, sharing, catalogue);
        registration = new UpperRegistration(line, this::lost);
    }

    /** Opens the port and begins to sign in; throws when the port is taken. */
    public void start() throws IOException {
        line.open(new SipDoor(line.own(), new Hearing(), line.faults(), line.network()));
        line.thread().run(registration::begin);
        line.thread().every(line.times().changes(), catalogue::compare);
    }

    private void lost() {
        calls.endAll("up-link-lost");
        catalogue.forget();
    }

    public UpperState state() {
        UpperRegistration.View view = registration.view();
        return new UpperState(view.standing(), view.code(), view.since(), calls.count());
    }

    /** What the platform and strangers did wrong, counted by code. */
    public Map<String, Long> faults() {
        return line.faults().snapshot();
    }

    /** The shared channels may be others now. */
    public void changed() {
        line.thread().run(catalogue::compare);
    }

    /** Ends the streams of a channel that may no longer be given. */
    public void end(String channelId, String cause) {
        line.thread().run(() -> calls.end(channelId, cause));
    }

    /** Ends every stream. */
    public void endAll(String cause) {
        line.thread().run(() -> calls.endAll(cause));
    }

    /** Ends the streams, signs out, closes the port. */
    @Override
    public void close() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        line.thread().run(() -> {
            calls.endAll("up-stopped");
            catalogue.forget();
            registration.end(() -> done.complete(true));
        });
        try {
            done.get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            line.faults().count("up-close-failed");
        }
        line.close();
    }

    /** Brings what comes in into the link's thread. */
    private final class Hearing implements SipDoor.Hearer {

        @Override
        public void request(Incoming incoming) {
            line.thread().hear(() -> route(incoming));
        }

        @Override
        public void strayAnswer(String callId, Answer answer) {
            line.faults().count("sip-stray-answer");
        }

        private void route(Incoming incoming) {
            switch (incoming.method()) {
                case Request.MESSAGE -> desk.message(incoming);
                case Request.SUBSCRIBE -> desk.subscribe(incoming);
                case Request.INVITE -> calls.invite(incoming);
                case Request.ACK -> calls.confirm(incoming);
                case Request.BYE, Request.CANCEL -> calls.bye(incoming);
                case Request.INFO -> calls.control(incoming);
                case Request.OPTIONS -> line.door().reply(incoming, Response.OK);
                default -> line.door().reply(incoming, Response.METHOD_NOT_ALLOWED);
            }
        }
    }
}
