package org.gridsight.app.dispatch;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What changes of a grid worker; what is empty stays. */
record WorkerChange(long version, Optional<String> name, Optional<String> gridCode, Optional<Set<String>> skills) {

    /** For the audit trail. */
    Map<String, String> describe(String formerGrid) {
        Map<String, String> words = new TreeMap<>();
        name.ifPresent(told -> words.put("name", "changed"));
        gridCode.filter(code -> !code.equals(formerGrid)).ifPresent(code -> {
            words.put("fromGrid", formerGrid);
            words.put("toGrid", code);
        });
        skills.ifPresent(set -> words.put("skills", String.join(",", new TreeSet<>(set))));
        return words;
    }
}
