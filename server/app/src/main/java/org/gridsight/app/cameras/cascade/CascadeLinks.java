package org.gridsight.app.cameras.cascade;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.gridsight.app.cameras.CameraSecrets;
import org.gridsight.app.kernel.GentleStop;
import org.gridsight.media.gb28181.UpperLink;
import org.gridsight.media.gb28181.UpperPlatform;
import org.gridsight.media.gb28181.UpperSettings;
import org.gridsight.media.gb28181.UpperState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The running links to the upper platforms. They are begun, ended and begun anew by one thread, in order. */
@Component
public class CascadeLinks implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(CascadeLinks.class);

    private final UpperTable table;
    private final CameraSecrets secrets;
    private final UpwardPictures pictures;
    private final UpwardOrders orders;
    private final CascadeSettings settings;
    private final Clock clock;
    private final Map<String, UpperLink> links = new ConcurrentHashMap<>();
    private final ExecutorService thread =
            Executors.newFixedThreadPool(1, new CustomizableThreadFactory("camera-cascade-"));

    CascadeLinks(
            UpperTable table,
            CameraSecrets secrets,
            UpwardPictures pictures,
            UpwardOrders orders,
            CascadeSettings settings,
            Clock clock) {
        this.table = table;
        this.secrets = secrets;
        this.pictures = pictures;
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    static String owner(String platformId) {
        return "upper/" + platformId;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        table.list().forEach(entry -> later(() -> restart(entry.platformId())));
    }

    /** Empty while it is not enabled, or has not been begun yet. */
    Optional<UpperState> state(String platformId) {
        return Optional.ofNullable(links.get(platformId)).map(UpperLink::state);
    }

    /** Another list is told and kept at once; anything else needs a new sign-in. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void on(CascadeChanged change) {
        if (change.isList()) {
            later(() -> withLink(change.platformId(), link -> {
                change.withdrawn().forEach(channel -> link.end(channel, "up-withdrawn"));
                link.changed();
            }));
        } else {
            later(() -> restart(change.platformId()));
        }
    }

    /** A camera may have another name or place, or masks that must not be looked behind. */
    public void cameraChanged(String cameraId, boolean endStreams) {
        later(() -> links.forEach((platformId, link) -> {
            if (endStreams) {
                endStreams(platformId, link, cameraId);
            }
            link.changed();
        }));
    }

    /** All streams of the link where nobody can tell which of them show this camera. */
    private void endStreams(String platformId, UpperLink link, String cameraId) {
        try {
            table.shared(platformId).stream()
                    .filter(shared -> shared.cameraId().equals(cameraId))
                    .forEach(shared -> link.end(shared.channelId(), "up-masks-changed"));
        } catch (RuntimeException failure) {
            log.error(
                    "every stream to upper platform {} is ended: the shared channels cannot be read",
                    platformId,
                    failure);
            link.endAll("up-masks-changed");
        }
    }

    private void withLink(String platformId, Consumer<UpperLink> task) {
        Optional.ofNullable(links.get(platformId)).ifPresent(task);
    }

    private void later(Runnable task) {
        thread.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException failure) {
                log.error("a link to an upper platform could not be changed", failure);
            }
        });
    }

    private void restart(String platformId) {
        UpperLink old = links.remove(platformId);
        if (old != null) {
            old.close();
        }
        Optional<UpperEntry> entry = table.find(platformId).filter(UpperEntry::enabled);
        Optional<String> password = table.sealed(platformId).flatMap(kept -> secrets.open(owner(platformId), kept));
        if (entry.isPresent() && password.isEmpty()) {
            log.error("the password for upper platform {} cannot be opened: enter it anew", platformId);
        } else if (entry.isPresent()) {
            begin(platform(entry.get(), password.get()));
        }
    }

    private static UpperPlatform platform(UpperEntry entry, String password) {
        UpperEntry.Way way = entry.way();
        return new UpperPlatform(
                entry.platformId(),
                way.domain(),
                way.address(),
                way.port(),
                way.transport().equals("TCP"),
                way.user(),
                password,
                entry.edition().equals("2022") ? "3.0" : "2.0",
                way.charset().equals("UTF-8"));
    }

    private void begin(UpperPlatform platform) {
        Share share = new Share(platform.id(), table, pictures, orders, settings.longestStream());
        for (int port = settings.firstPort(); port <= settings.lastPort(); port++) {
            UpperSettings sides =
                    new UpperSettings(pictures.own(port), settings.times(), clock, pictures::check, pictures::loop);
            UpperLink link = new UpperLink(platform, sides, share);
            try {
                link.start();
                links.put(platform.id(), link);
                return;
            } catch (IOException taken) {
                log.debug("port {} is taken, the next one is tried", port, taken);
                link.close();
            }
        }
        log.error(
                "no link to upper platform {}: every port of gridsight.cascade.sip-ports {} is taken",
                platform.id(),
                settings.sipPorts());
    }

    @Override
    public void destroy() {
        GentleStop.dropping(thread);
        List.copyOf(links.values()).forEach(UpperLink::close);
    }
}
