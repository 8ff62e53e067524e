package org.gridsight.gisdata.demo;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * An incident in the making: what truly happened (final fields), and what people will have written down about it (the
 * others, filled in by traps). One thread, thrown away when the township is built.
 */
final class Draft {

    /** What is wrong with a row. */
    enum Trap {
        DUPLICATE,
        LATE,
        LATE_DATED_AT_ENTRY,
        DEFAULT_COORDINATE,
        GCJ02,
        OVERZEALOUS_WORKER
    }

    final Phrases.Topic topic;
    final Hamlet hamlet;
    final Coordinate at;
    final Instant happened;

    /** Where the row says it was, metres. */
    Coordinate shown;

    /** When the row says it was. */
    Instant occurred;

    Instant received;
    String source = "";
    String platform = "";
    int reporter;
    int wording;
    String cluster = "";

    @Nullable
    Draft repeats;

    final Set<Trap> traps = EnumSet.noneOf(Trap.class);

    Draft(Phrases.Topic topic, Hamlet hamlet, Coordinate at, Instant happened) {
        this.topic = topic;
        this.hamlet = hamlet;
        this.at = at;
        this.happened = happened;
        this.shown = at;
        this.occurred = happened;
        this.received = happened;
    }

    Kind kind() {
        return topic.kind();
    }
}
