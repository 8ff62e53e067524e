package org.gridsight.app.hotspots;

import java.time.LocalDate;
import java.util.List;
import org.gridsight.spatial.hotspot.scan.Days;

/**
 * What a study works on.
 *
 * @param history all cases known, those before the period too
 * @param studied those of the period
 * @param period first to last day
 */
record Question(
        CaseFilter filter,
        Parameters parameters,
        Terrain terrain,
        CaseSet history,
        CaseSet studied,
        Days period,
        List<SetAside> setAside) {

    /** The category for the properties of a hotspot; empty for all kinds. */
    String label() {
        return filter.code().orElse("");
    }

    Question with(Parameters other) {
        return new Question(filter, other, terrain, history, studied, period, setAside);
    }

    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
