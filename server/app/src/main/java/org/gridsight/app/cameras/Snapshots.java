package org.gridsight.app.cameras;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.media.analysis.DecoderFailed;
import org.gridsight.media.analysis.Mask;
import org.gridsight.media.analysis.StillRequest;
import org.gridsight.media.hub.KeyPicture;
import org.springframework.stereotype.Service;

/** Single pictures: the newest key picture of a camera as JPEG, masked for whoever may not see behind the masks. */
@Service
class Snapshots {

    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final long GIVEN_UP_SECONDS = 20;
    private static final long STILL_SECONDS = 75;
    /** A page that shows a still every few seconds is one line of the register each minute. */
    private static final Duration ON_RECORD_FOR = Duration.ofMinutes(1);

    private static final int REMEMBERED = 10_000;

    /** A small still is shared by all who look in this time: a wall of stills costs one decoding, not one for each screen. */
    private static final Duration SHARED_FOR = Duration.ofSeconds(2);

    private static final int MOST_SHARED = 200;

    private static final int AT_ONCE = 32;
    private static final int BUSY_SECONDS = 3;

    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final MediaEngine engine;
    private final Watchings watchings;
    private final Cache<UUID, Boolean> onRecord = Caffeine.newBuilder()
            .expireAfterWrite(ON_RECORD_FOR)
            .maximumSize(REMEMBERED)
            .build();

    private final Cache<String, byte[]> small = Caffeine.newBuilder()
            .expireAfterWrite(SHARED_FOR)
            .maximumSize(MOST_SHARED)
            .build();

    /** What makes two stills the same picture. */
    private record Shape(String cameraId, int width, List<Mask> masks) {

        String key() {
            return cameraId
                    + '/'
                    + width
                    + masks.stream()
                            .map(mask -> Arrays.toString(mask.corners()))
                            .toList();
        }
    }

    Snapshots(MediaEngine engine, Watchings watchings) {
        this.engine = engine;
        this.watchings = watchings;
    }

    /** @param width in pixels, 0 for the picture's own */
    byte[] take(StreamTicket ticket, int width) {
        if (!turns.tryAcquire()) {
            throw new Rejected(CommonReason.TOO_MANY, BUSY_SECONDS);
        }
        try {
            return taken(ticket, width);
        } finally {
            turns.release();
        }
    }

    private byte[] taken(StreamTicket ticket, int width) {
        Camera camera = ticket.camera();
        List<Mask> masks =
                camera.isMasked() && !ticket.seesRaw() ? camera.masks().masks() : List.of();
        if (masks.isEmpty() && !ticket.seesRaw()) {
            // masked, but nobody has drawn where: nothing of it may be shown
            throw new Rejected(CameraReason.MASKED);
        }
        Shape shape = new Shape(camera.cameraId(), width, masks);
        byte[] jpeg = shared(shape).orElseGet(() -> made(shape));
        record(ticket);
        return jpeg;
    }

    private Optional<byte[]> shared(Shape shape) {
        return shape.width() == 0 ? Optional.empty() : Optional.ofNullable(small.getIfPresent(shape.key()));
    }

    private byte[] made(Shape shape) {
        KeyPicture picture = await(engine.hubs().of(shape.cameraId()).keyPicture(PATIENCE), GIVEN_UP_SECONDS)
                .orElseThrow(() -> new Rejected(CameraReason.NO_PICTURE));
        StillRequest request = new StillRequest(picture.format(), picture.sample(), shape.width(), 0, shape.masks());
        byte[] jpeg = await(engine.decoder().make(request), STILL_SECONDS).jpeg();
        if (shape.width() > 0) {
            small.put(shape.key(), jpeg);
        }
        return jpeg;
    }

    private void record(StreamTicket ticket) {
        if (onRecord.asMap().putIfAbsent(ticket.grantId(), true) == null) {
            if (!watchings.shown(ticket)) {
                onRecord.invalidate(ticket.grantId());
                throw new Rejected(CameraReason.NO_PICTURE);
            }
        }
    }

    private static <T> T await(Future<T> future, long seconds) {
        try {
            return future.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Rejected(CameraReason.NO_PICTURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Rejected(CameraReason.NO_PICTURE);
        } catch (ExecutionException e) {
            String code = e.getCause() instanceof DecoderFailed failed
                    ? failed.fault().code()
                    : "decoder";
            throw new Rejected(CameraReason.NO_STILL, code);
        }
    }
}
