package org.gridsight.app.cameras;

import java.util.HashMap;
import java.util.Map;
import org.gridsight.app.kernel.Scope;
import org.gridsight.media.hub.Lease;
import org.gridsight.media.hub.StreamHub;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads the cameras of {@code gridsight.cameras.keep-warm} on without a viewer, so that the first one waits for no
 * connection and no key picture. That shows nothing to anybody and needs no line of the register: pictures stay in memory, one
 * group at most, and leave it only for a ticket. Cameras at places where none may look are never kept warm.
 */
@Component
class WarmCameras implements DisposableBean {

    private final MediaEngine engine;
    private final CameraRepository cameras;
    private final CameraSettings settings;
    private final Map<String, Warm> warm = new HashMap<>();

    /** One that is read on. */
    private record Warm(StreamHub hub, Lease lease) {}

    WarmCameras(MediaEngine engine, CameraRepository cameras, CameraSettings settings) {
        this.engine = engine;
        this.cameras = cameras;
        this.settings = settings;
    }

    /** Cameras come, go and change their place while the server runs. */
    @Scheduled(fixedDelayString = "PT20S")
    synchronized void settle() {
        for (String id : settings.keepWarm()) {
            boolean wanted = cameras.find(id, Scope.everything().like())
                    .filter(camera -> !camera.placeType().isForbidden())
                    .isPresent();
            Warm known = warm.get(id);
            boolean gone = known != null && engine.hubs().find(id).orElse(null) != known.hub();
            if (known != null && (!wanted || gone)) {
                warm.remove(id);
                known.lease().close();
                known = null;
            }
            if (wanted && known == null) {
                StreamHub hub = engine.hubs().of(id);
                warm.put(id, new Warm(hub, hub.hold()));
            }
        }
    }

    @Override
    public synchronized void destroy() {
        warm.values().forEach(one -> one.lease().close());
        warm.clear();
    }
}
