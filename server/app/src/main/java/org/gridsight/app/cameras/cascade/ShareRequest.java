package org.gridsight.app.cameras.cascade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/cascades/{id}/cameras}: the whole list, and the agreement it rests on. */
record ShareRequest(
        @Nullable Long version,
        @Nullable String reason,
        @Nullable List<@Nullable Item> items) {

    private static final int MOST = 5_000;
    private static final int LONGEST_REASON = 500;

    /** One camera of the list; to be seen live and nothing more unless it says so. */
    record Item(
            @Nullable String cameraId,
            @Nullable String channelId,
            @Nullable Boolean live,
            @Nullable Boolean playback,
            @Nullable Boolean control) {

        SharedCamera shared(String camera, String channel) {
            return new SharedCamera(
                    camera,
                    channel,
                    !Boolean.FALSE.equals(live),
                    Boolean.TRUE.equals(playback),
                    Boolean.TRUE.equals(control));
        }
    }

    /** What was asked for, whole. */
    record Wanted(long version, String agreement, List<SharedCamera> cameras) {}

    /** @param known whether there is such a camera for the person who asks */
    Wanted check(Predicate<String> known) {
        Faults faults = new Faults();
        faults.required("version", version);
        String why = faults.required("reason", reason)
                .flatMap(text -> faults.text("reason", text, LONGEST_REASON))
                .orElse("");
        List<@Nullable Item> given = items == null ? List.of() : items;
        faults.required("items", items);
        if (given.size() > MOST) {
            faults.add("items", new Text("最多 {0} 路。", "at most {0} cameras").with(MOST));
        }
        Set<String> cameras = new HashSet<>();
        Set<String> channels = new HashSet<>();
        List<SharedCamera> read = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, given.size()); i++) {
            Item item = given.get(i);
            String camera = item == null || item.cameraId() == null ? "" : item.cameraId();
            String channel = item == null || item.channelId() == null ? "" : item.channelId();
            if (!cameras.add(camera) || !known.test(camera)) {
                faults.add("items[" + i + "].cameraId", new Text("没有这路摄像机,或重复。", "no such camera, or named twice"));
            }
            if (!channel.matches("\\d{20}") || !channels.add(channel)) {
                faults.add("items[" + i + "].channelId", new Text("须为不重复的 20 位数字。", "must be 20 digits, each once"));
            }
            if (item != null) {
                SharedCamera shared = item.shared(camera, channel);
                if (!shared.live() && !shared.playback()) {
                    faults.add("items[" + i + "].live", new Text("实时与录像至少选一项。", "live or playback, or both"));
                }
                read.add(shared);
            }
        }
        faults.throwIfAny();
        return new Wanted(version == null ? -1 : version, why, read);
    }
}
