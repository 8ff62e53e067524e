package org.gridsight.app.audit;

import java.util.List;

/** A condition on records beyond what every list of them can be asked: SQL of this room alone, and the values of its marks. */
record RecordMatch(String condition, List<String> values) {

    static RecordMatch any() {
        return new RecordMatch("", List.of());
    }
}
