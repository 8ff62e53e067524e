package org.gridsight.app.dispatch;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridsight.app.incidents.DisputeCategory;
import org.gridsight.app.incidents.IncidentKind;

/** A person responsible for a grid. On duty or not; how long is nobody's business here. */
@Entity
@Table(schema = "dispatch", name = "worker")
class GridWorker {

    @Id
    private String workerId = "";

    @Version
    private long version;

    private String displayName = "";
    private String gridCode = "";
    private String skills = "";
    private boolean onDuty;

    protected GridWorker() {}

    GridWorker(NewWorker wanted) {
        workerId = wanted.workerId();
        displayName = wanted.name();
        gridCode = wanted.gridCode();
        skills = joined(wanted.skills());
        onDuty = wanted.onDuty();
    }

    private static String joined(Set<String> skills) {
        return String.join(",", new TreeSet<>(skills));
    }

    /** @return whether this changed anything */
    boolean setDuty(boolean nowOnDuty) {
        boolean changed = onDuty != nowOnDuty;
        onDuty = nowOnDuty;
        return changed;
    }

    /** Takes what the change names; what it does not stays. */
    void describe(WorkerChange change) {
        displayName = change.name().orElse(displayName);
        gridCode = change.gridCode().orElse(gridCode);
        skills = change.skills().map(GridWorker::joined).orElse(skills);
    }

    String workerId() {
        return workerId;
    }

    long version() {
        return version;
    }

    String displayName() {
        return displayName;
    }

    String gridCode() {
        return gridCode;
    }

    boolean isOnDuty() {
        return onDuty;
    }

    /** Incident kinds this person is trained for, and categories of disputes; empty means all. */
    Set<String> skills() {
        return skills.isEmpty() ? Set.of() : Set.of(skills.split(","));
    }

    /** Somebody who names categories of disputes is trained for these, in whichever list they are told; else for all. */
    boolean isSkilledFor(IncidentKind kind, Optional<String> category) {
        Set<String> own = skills();
        if (own.isEmpty()) {
            return true;
        }
        Set<DisputeCategory> ownCategories = own.stream()
                .flatMap(skill -> DisputeCategory.parse(skill).stream())
                .collect(Collectors.toSet());
        Optional<DisputeCategory> asked = category.flatMap(DisputeCategory::parse);
        return own.contains(kind.name())
                && (ownCategories.isEmpty()
                        || asked.map(one -> ownCategories.stream().anyMatch(known -> isAlike(known, one)))
                                .orElse(true));
    }

    /** The lists fit each other only roughly: what either of the two finds is alike. */
    private static boolean isAlike(DisputeCategory one, DisputeCategory other) {
        return one.codesAlike().contains(other.name()) || other.codesAlike().contains(one.name());
    }
}
