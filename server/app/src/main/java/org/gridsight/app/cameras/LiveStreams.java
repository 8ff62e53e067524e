package org.gridsight.app.cameras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.gridsight.media.fmp4.InitSegment;
import org.gridsight.media.hub.Diagnosis;
import org.gridsight.media.hub.Lease;
import org.gridsight.media.hub.StreamHub;
import org.gridsight.media.hub.Viewer;
import org.gridsight.media.hub.ViewerSink;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The door to moving pictures. There is no way in without a ticket. */
@Service
public class LiveStreams {

    private final MediaEngine engine;
    private final Cameras cameras;
    private final CameraSources sources;
    private final CameraSettings settings;

    LiveStreams(MediaEngine engine, Cameras cameras, CameraSources sources, CameraSettings settings) {
        this.engine = engine;
        this.cameras = cameras;
        this.sources = sources;
        this.settings = settings;
    }

    /**
     * The raw stream, or that with the masks painted in for whoever may not see behind them: as the camera is now, which may
     * have changed since the ticket was checked. Refused when nobody has drawn the masks, or too many are painted already.
     *
     * @param sub the smaller stream beside the camera's own; what has masks painted in is one for all
     */
    Viewer open(StreamTicket ticket, boolean sub, ViewerSink sink) {
        String id = ticket.camera().cameraId();
        Camera now = cameras.find(id, ticket.user().scope());
        if (!now.isMasked() || ticket.mayUnmask()) {
            if (sub && !sources.hasSub(id)) {
                throw new Rejected(CameraReason.NO_SUB_STREAM);
            }
            return engine.hubs().of(sub ? CameraSources.subOf(id) : id).watch(sink);
        }
        if (now.masks().isEmpty()) {
            throw new Rejected(CameraReason.MASKED);
        }
        return openMasked(id, sink);
    }

    private synchronized Viewer openMasked(String id, ViewerSink sink) {
        long others = engine.masked().all().stream()
                .filter(hub -> !hub.cameraId().equals(id) && hub.figures().viewers() > 0)
                .count();
        if (others >= settings.maxMaskedStreams()) {
            throw new Rejected(CameraReason.MASKED_STILLS);
        }
        return engine.masked().of(id).watch(sink);
    }

    /** Why the stream does not come that {@link #open} answers, told as it is noticed until what is answered is closed. */
    List<Lease> troubles(StreamTicket ticket, boolean sub, Consumer<Diagnosis> told) {
        String id = ticket.camera().cameraId();
        if (!ticket.camera().isMasked() || ticket.mayUnmask()) {
            String hub = sub ? CameraSources.subOf(id) : id;
            return List.of(engine.hubs().of(hub).troubles(told));
        }
        // what is painted fails for the reasons of the camera first
        Consumer<Diagnosis> painted = why -> told.accept(diagnosis(ticket.camera(), ticket.user()));
        return List.of(
                engine.hubs().of(id).troubles(told), engine.masked().of(id).troubles(painted));
    }

    /** The step log of the last session; empty when nobody has watched yet. Of the camera's own stream where that fails. */
    Diagnosis diagnosis(Camera camera, CurrentUser user) {
        Diagnosis raw = engine.hubs().of(camera.cameraId()).diagnosis();
        if (!camera.isMasked() || StreamTicket.mayUnmask(user) || raw.isFailure()) {
            return raw;
        }
        return engine.masked()
                .find(camera.cameraId())
                .map(StreamHub::diagnosis)
                .filter(painted -> !painted.steps().isEmpty())
                .orElse(raw);
    }

    /** What people should know of the last session beside what failed: sound that is not played, a wish the device ignored. */
    List<Text> notes(Camera camera, CurrentUser user) {
        if (camera.isMasked() && !StreamTicket.mayUnmask(user)) {
            return List.of();
        }
        List<Text> notes = new ArrayList<>();
        StreamHub hub = engine.hubs().of(camera.cameraId());
        hub.sound().map(AdviceWords::of).ifPresent(notes::add);
        Optional<InitSegment> main = hub.init();
        Optional<InitSegment> sub =
                engine.hubs().find(CameraSources.subOf(camera.cameraId())).flatMap(StreamHub::init);
        if (main.isPresent() && sub.isPresent() && isSame(main.get(), sub.get())) {
            notes.add(AdviceWords.SAME_STREAM);
        }
        return notes;
    }

    private static boolean isSame(InitSegment main, InitSegment sub) {
        return main.format().codec() == sub.format().codec()
                && main.width() == sub.width()
                && main.height() == sub.height();
    }

    /** Who watches goes on watching, from where the camera is now. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void on(CameraChanged change) {
        if (change.movesStream()) {
            engine.hubs().find(change.cameraId()).ifPresent(StreamHub::renew);
            engine.hubs().find(CameraSources.subOf(change.cameraId())).ifPresent(StreamHub::renew);
        }
        if (change.redrawsMasks()) {
            engine.masked().find(change.cameraId()).ifPresent(StreamHub::renew);
        }
    }
}
