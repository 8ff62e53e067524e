package org.gridsight.media.gb28181;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Tells an upper platform what the devices below keep: recordings, a few in each message, and presets. What it may not have,
 * and what no device tells, is told as nothing. Belongs to the link's thread.
 */
final class UpperMemory {

    private static final int ITEMS_IN_DATAGRAM = 3;
    private static final int ITEMS_IN_TEXT = 30;
    /** Questions of the platform that may wait for devices at a time. */
    private static final int MOST_OPEN = 20;

    private final UpperLine line;
    private final Sharing sharing;
    private int open;

    UpperMemory(UpperLine line, Sharing sharing) {
        this.line = line;
        this.sharing = sharing;
    }

    /** One answer on its way. */
    private record Answering(String number, String channelId, List<RecordedSpan> spans) {}

    void recordings(String number, String channelId, Element query) {
        ZoneId zone = sharing.zone();
        Optional<Instant> from = DeviceTime.parse(query.text("StartTime"), zone);
        Optional<Instant> to = DeviceTime.parse(query.text("EndTime"), zone);
        Answering nothing = new Answering(number, channelId, List.of());
        if (from.isEmpty() || to.isEmpty() || !from.get().isBefore(to.get()) || open >= MOST_OPEN) {
            tell(nothing, 0);
            return;
        }
        RecordingQuery asked = new RecordingQuery(
                new StreamRequest.Span(from.get(), to.get()),
                zone,
                RecordingQuery.Kind.read(query.text("Type")),
                query.number("Secrecy", 0) == 1);
        try {
            open++;
            sharing.recordings(channelId, asked)
                    .whenComplete(inThread((found, failure) ->
                            tell(new Answering(number, channelId, found == null ? List.of() : found.items()), 0)));
        } catch (NotShared refused) {
            open--;
            line.faults().count("up-not-shared");
            tell(nothing, 0);
        }
    }

    private <T> BiConsumer<T, Throwable> inThread(BiConsumer<T, Throwable> task) {
        return (found, failure) -> line.thread().run(() -> {
            open--;
            task.accept(found, failure);
        });
    }

    private void tell(Answering answering, int from) {
        int atOnce = line.platform().tcp() ? ITEMS_IN_TEXT : ITEMS_IN_DATAGRAM;
        int to = Math.min(answering.spans().size(), from + atOnce);
        line.message(text(answering, from, to), answer -> {
            if (answer.isGood() && to < answering.spans().size()) {
                tell(answering, to);
            }
        });
    }

    private Manscdp text(Answering answering, int from, int to) {
        ZoneId zone = sharing.zone();
        Manscdp text = Manscdp.answer("RecordInfo", answering.number(), answering.channelId())
                .with("Name", "")
                .with("SumNum", answering.spans().size())
                .beginList("RecordList", to - from);
        for (RecordedSpan span : answering.spans().subList(from, to)) {
            text.begin("Item")
                    .with("DeviceID", answering.channelId())
                    .with("Name", span.name())
                    .with("StartTime", DeviceTime.text(span.from(), zone))
                    .with("EndTime", DeviceTime.text(span.to(), zone))
                    .with("Secrecy", 0)
                    .with("Type", span.type().isEmpty() ? "time" : span.type())
                    .end("Item");
        }
        return text.end("RecordList");
    }

    void presets(String number, String channelId) {
        Manscdp refusal = Manscdp.answer("PresetQuery", number, channelId).with("Result", "ERROR");
        if (open >= MOST_OPEN) {
            line.message(refusal, answer -> {});
            return;
        }
        try {
            open++;
            sharing.presets(channelId).whenComplete(inThread((found, failure) -> {
                boolean told = found != null && found.outcome() == Findings.Outcome.ANSWERED;
                line.message(told ? presets(number, channelId, found.items()) : refusal, answer -> {});
            }));
        } catch (NotShared refused) {
            open--;
            line.faults().count("up-not-shared");
            line.message(refusal, answer -> {});
        }
    }

    private static Manscdp presets(String number, String channelId, List<DevicePreset> presets) {
        Manscdp text = Manscdp.answer("PresetQuery", number, channelId)
                .with("SumNum", presets.size())
                .beginList("PresetList", presets.size());
        for (DevicePreset preset : presets) {
            text.begin("Item")
                    .with("PresetID", preset.number())
                    .with("PresetName", preset.name())
                    .end("Item");
        }
        return text.end("PresetList");
    }
}
