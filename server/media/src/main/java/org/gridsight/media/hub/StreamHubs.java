package org.gridsight.media.hub;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** The hubs of all cameras somebody has asked for; an idle one costs a few hundred bytes and is kept for its step log. */
public final class StreamHubs {

    private final HubContext context;
    private final RandomGenerator random;
    private final Map<String, StreamHub> hubs = new ConcurrentHashMap<>();

    public StreamHubs(SourceFactory sources, HubSettings settings, HubTimer timer) {
        this.context = new HubContext(sources, settings, timer);
        this.random = new Random(timer.nanos());
    }

    public StreamHub of(String cameraId) {
        return hubs.computeIfAbsent(cameraId, id -> new StreamHub(id, context, random));
    }

    /** Empty when nobody has asked for this camera yet. */
    public Optional<StreamHub> find(String cameraId) {
        return Optional.ofNullable(hubs.get(cameraId));
    }

    public Collection<StreamHub> all() {
        return List.copyOf(hubs.values());
    }

    /** The camera is gone: viewers get nothing more. */
    public void remove(String cameraId) {
        StreamHub hub = hubs.remove(cameraId);
        if (hub != null) {
            hub.close();
        }
    }

    /** Ends every source; for the end of the server. */
    public void close() {
        List.copyOf(hubs.keySet()).forEach(this::remove);
    }
}
