package org.gridsight.app.cameras.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.gridsight.app.cameras.Footage;
import org.gridsight.media.analysis.Mask;
import org.gridsight.media.ffmpeg.ChildSettings;
import org.gridsight.media.ffmpeg.CopyFailed;
import org.gridsight.media.ffmpeg.CopyOrder;
import org.gridsight.media.ffmpeg.CopyProcess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Makes the copies that leave the house: masked, marked with who asked, sealed by a hash of their own. */
@Component
class CopyDesk implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(CopyDesk.class);
    private static final int HEAP_MEGABYTES = 192;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ClipTable table;
    private final Footage footage;
    private final EvidenceFolder folder;
    private final EvidenceSettings settings;
    private final ScheduledExecutorService watchdog =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("evidence-watchdog-"));
    private final CopyProcess process;

    CopyDesk(
            ClipTable table,
            Footage footage,
            EvidenceFolder folder,
            EvidenceSettings settings,
            @Value("${gridsight.data-dir}") String dataDir) {
        this.table = table;
        this.footage = footage;
        this.folder = folder;
        this.settings = settings;
        this.process = new CopyProcess(new ChildSettings(HEAP_MEGABYTES, Path.of(dataDir, "natives")), watchdog);
    }

    /** What was made. */
    record Copied(long bytes, String sha256, Hidden hidden) {}

    /**
     * What has to be hidden in a copy.
     *
     * @param wanted whether anything has to be
     * @param polygons JSON of where
     */
    record Hidden(boolean wanted, String polygons) {

        List<Mask> masks() {
            return Footage.masks(polygons);
        }

        /** Whether something must be hidden, but nobody has said where. */
        boolean isUnknown() {
            return wanted && masks().isEmpty();
        }

        /** The same only for the same masks; empty where there are none. */
        String fingerprint() {
            return masks().isEmpty() ? "" : Chain.hex(Chain.sha256().digest(polygons.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** What was hidden when it was saved and what is hidden now. */
    Hidden hidden(Clip clip) {
        return footage.find(clip.of().cameraId())
                .map(camera -> new Hidden(clip.masked() || camera.masked(), Footage.both(clip.masks(), camera.masks())))
                .orElseGet(() -> new Hidden(clip.masked(), clip.masks()));
    }

    /** Only of a clip that is as it was sealed. */
    Copied make(Clip clip, Export export) throws CopyFault {
        List<Segment> segments = table.segments(clip.id());
        Path original = folder.original(clip.id());
        Hidden hidden = hidden(clip);
        if (hidden.isUnknown()) {
            throw new CopyFault("no-masks-drawn");
        }
        if (!ChainCheck.verify(clip, original, segments).intact()) {
            throw new CopyFault("chain-broken");
        }
        if (folder.isShort()) {
            throw new CopyFault("disk-full");
        }
        Path part = folder.copy(export.id()).resolveSibling(export.id() + ".part");
        try {
            process.make(order(clip, export, segments, part, hidden.masks()), settings.exportTimeout());
            String sha256 = hash(part);
            long bytes = Files.size(part);
            Files.move(part, folder.copy(export.id()), StandardCopyOption.ATOMIC_MOVE);
            return new Copied(bytes, sha256, hidden);
        } catch (CopyFailed e) {
            throw new CopyFault(e.fault().code());
        } catch (IOException e) {
            throw new CopyFault("copy-not-written");
        } finally {
            remove(part);
        }
    }

    /** Why there is no copy; its code stands in the export. */
    static final class CopyFault extends Exception {

        private final String code;

        CopyFault(String code) {
            super(code);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private CopyOrder order(Clip clip, Export export, List<Segment> segments, Path part, List<Mask> masks) {
        ZoneId zone = settings.zone();
        Export.Act approved = Optional.ofNullable(export.decided()).orElse(export.requested());
        String mark = "导出 " + export.requested().name() + " "
                + export.requested().username() + " " + DAY.format(approved.at().atZone(zone)) + " "
                + clip.of().incidentNumber();
        List<CopyOrder.Moment> moments = segments.stream()
                .map(segment -> new CopyOrder.Moment(segment.firstMillis(), segment.shownAt()))
                .toList();
        return new CopyOrder(
                folder.original(clip.id()), part, masks, mark, clip.of().cameraName(), zone, moments);
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Chain.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Chain.hex(digest.digest());
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            log.warn("half a copy cannot be removed: {}", part, e);
        }
    }

    @Override
    public void destroy() {
        watchdog.shutdownNow();
    }
}
