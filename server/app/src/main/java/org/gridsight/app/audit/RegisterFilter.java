package org.gridsight.app.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridsight.app.kernel.Faults;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What narrows the view register beside time: the beginning of a person's account or name, the beginning of a camera's id
 * or name.
 */
record RegisterFilter(Optional<String> person, Optional<String> camera) {

    private static final int LONGEST = 100;
    private static final JsonMapper JSON = new JsonMapper();

    /** The call's parameters as they came. */
    record Named(@Nullable String person, @Nullable String camera) {

        RegisterFilter parse() {
            Faults faults = new Faults();
            RegisterFilter filter = new RegisterFilter(
                    faults.text("person", person, LONGEST).filter(text -> !text.isBlank()),
                    faults.text("camera", camera, LONGEST).filter(text -> !text.isBlank()));
            faults.throwIfAny();
            return filter;
        }
    }

    /** What was asked, for the record that reading it leaves. */
    Map<String, String> asked() {
        Map<String, String> asked = new TreeMap<>();
        person.ifPresent(text -> asked.put("person", text));
        camera.ifPresent(text -> asked.put("camera", text));
        return asked;
    }

    /** Records of one action that it lets through. */
    RecordMatch of(String action) {
        List<String> conditions = new ArrayList<>(List.of("action = ?"));
        List<String> values = new ArrayList<>(List.of(action));
        person.ifPresent(text -> {
            conditions.add("(lower(actor) like ? escape '!' or details like ? escape '!')");
            values.add(escaped(text.toLowerCase(Locale.ROOT)) + '%');
            values.add(detail("person", text));
        });
        camera.ifPresent(text -> {
            conditions.add("(details like ? escape '!' or details like ? escape '!')");
            values.add(detail("camera", text));
            values.add(detail("cameraName", text));
        });
        return new RecordMatch(String.join(" and ", conditions), values);
    }

    // details are one flat JSON object; a quote inside a value is escaped, so this cannot match in the middle of one
    private static String detail(String name, String beginning) {
        String quoted = JSON.writeValueAsString(beginning);
        return "%\"" + escaped(name) + "\":" + escaped(quoted.substring(0, quoted.length() - 1)) + '%';
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
