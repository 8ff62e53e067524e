package org.gridsight.app.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.FeatureCollection;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.StreamSnapshot;
import org.gridsight.spatial.Box;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Everything as it is now, with the place in the streams to continue from. The place is noted before the data are read:
 * what commits in between is in both, and merging by id and version makes that harmless.
 */
@RestController
class SnapshotController {

    private final Tailer tailer;
    private final PositionBoard positions;
    private final EntryReader texts;
    private final Watching watching;
    private final LiveSettings settings;
    private final Map<LiveStream, StreamSnapshot> rooms = new EnumMap<>(LiveStream.class);

    SnapshotController(
            Tailer tailer,
            PositionBoard positions,
            EntryReader texts,
            Watching watching,
            LiveSettings settings,
            List<StreamSnapshot> snapshots) {
        this.tailer = tailer;
        this.positions = positions;
        this.texts = texts;
        this.watching = watching;
        this.settings = settings;
        snapshots.forEach(snapshot -> rooms.put(snapshot.stream(), snapshot));
    }

    @GetMapping("/api/live/snapshot")
    Map<String, Object> read(
            @RequestParam @Nullable String streams,
            @RequestParam @Nullable String bbox,
            @RequestParam(defaultValue = "false") boolean open,
            CurrentUser user) {
        watching.begin(user, false);
        Refused refused = new Refused();
        Optional<Box> box = Optional.ofNullable(bbox)
                .filter(text -> !text.isBlank())
                .flatMap(text -> refused.unless("bbox", () -> Wish.box(text)));
        Set<LiveStream> wanted = wanted(streams, refused);
        refused.throwIfAny();
        Position position = tailer.recent().head().position();
        Subscription viewer = new Subscription(wanted, true, false, box, Subscription.Eyes.of(user));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("epoch", position.epoch());
        answer.put("offset", position.offset());
        int left = settings.snapshotFeatures();
        for (LiveStream stream : wanted) {
            List<MapFeature> features = features(stream, viewer, open, left);
            left -= features.size();
            answer.put(stream.wireName(), new FeatureCollection(features));
        }
        answer.put("positions", positions.since(0, viewer).items());
        return answer;
    }

    /** Everything that was wrong with one question, under the reason of the first. */
    private static final class Refused {

        private final List<Rejected> found = new ArrayList<>();
        private final Faults faults = new Faults();

        <T> Optional<T> unless(String field, Supplier<T> reading) {
            try {
                return Optional.of(reading.get());
            } catch (Rejected refusal) {
                found.add(refusal);
                faults.add(field, refusal.detail());
                return Optional.empty();
            }
        }

        void throwIfAny() {
            if (!found.isEmpty()) {
                throw new Rejected(found.get(0), faults.list());
            }
        }
    }

    private static Set<LiveStream> wanted(@Nullable String streams, Refused refused) {
        if (streams == null || streams.isBlank()) {
            return EnumSet.allOf(LiveStream.class);
        }
        Set<LiveStream> wanted = EnumSet.noneOf(LiveStream.class);
        Arrays.stream(streams.split(",", -1))
                .map(String::strip)
                .flatMap(name -> refused.unless("streams", () -> Wish.stream(name)).stream())
                .forEach(wanted::add);
        return wanted;
    }

    private List<MapFeature> features(LiveStream stream, Subscription viewer, boolean openOnly, int left) {
        StreamSnapshot room = rooms.get(stream);
        if (room == null) {
            return List.of();
        }
        List<MapFeature> features =
                room.features(viewer.eyes().scope(), viewer.eyes().workerId(), viewer.box(), openOnly, left + 1);
        if (features.size() > left) {
            throw new Rejected(LiveReason.TOO_MANY_FEATURES, settings.snapshotFeatures());
        }
        return viewer.eyes().wall()
                ? features.stream()
                        .map(feature -> texts.forWall(stream, feature))
                        .toList()
                : features;
    }
}
