package org.gridsight.app.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridsight.app.incidents.DisputeCategory;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST} and {@code PATCH /api/workers}, bound leniently and checked as a whole. */
record WorkerRequest(
        @Nullable String workerId,
        @Nullable String name,
        @Nullable String gridCode,
        @Nullable List<@Nullable String> skills,
        @Nullable Long version) {

    private static final Text BAD_ID =
            new Text("编号为 1-64 个字母、数字、短横线或下划线,收到 {0}。", "1 to 64 letters, digits, hyphens or underscores, was {0}");
    private static final Text UNKNOWN_SKILL =
            new Text("{0} 不是事件类型,也不是纠纷类别代码。", "{0} is neither a kind of incident nor a category of disputes");

    /** Off duty at first. Whether the grid exists is the caller's to say. */
    NewWorker toNew(Faults faults) {
        Optional<String> id = faults.required("workerId", workerId);
        id.filter(given -> !given.matches("[A-Za-z0-9_-]{1,64}"))
                .ifPresent(bad -> faults.add("workerId", BAD_ID.with(bad)));
        faults.required("name", name);
        faults.required("gridCode", gridCode);
        WorkerChange given = read(0, faults);
        return new NewWorker(
                id.orElse(""),
                given.name().orElse(""),
                given.gridCode().orElse(""),
                given.skills().orElse(Set.of()),
                false);
    }

    WorkerChange toChange(Faults faults) {
        return read(faults.required("version", version).orElse(0L), faults);
    }

    private WorkerChange read(long seen, Faults faults) {
        return new WorkerChange(
                seen,
                faults.text("name", name, 100),
                faults.text("gridCode", gridCode, 20),
                Optional.ofNullable(skills).map(given -> known(given, faults)));
    }

    private static Set<String> known(List<@Nullable String> given, Faults faults) {
        Set<String> known = new TreeSet<>();
        for (String skill : given) {
            if (skill != null && (isKind(skill) || DisputeCategory.parse(skill).isPresent())) {
                known.add(skill);
            } else {
                faults.add("skills", UNKNOWN_SKILL.with(String.valueOf(skill)));
            }
        }
        return known;
    }

    private static boolean isKind(String skill) {
        for (IncidentKind kind : IncidentKind.values()) {
            if (kind.name().equals(skill)) {
                return true;
            }
        }
        return false;
    }
}
