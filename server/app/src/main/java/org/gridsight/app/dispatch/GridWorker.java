package org.gridsight.app.dispatch;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Set;
import java.util.TreeSet;

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
        skills = String.join(",", new TreeSet<>(wanted.skills()));
        onDuty = wanted.onDuty();
    }

    /** @return whether this changed anything */
    boolean setDuty(boolean nowOnDuty) {
        boolean changed = onDuty != nowOnDuty;
        onDuty = nowOnDuty;
        return changed;
    }

    String workerId() {
        return workerId;
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

    /** Incident kinds this person is trained for; empty means all. */
    Set<String> skills() {
        return skills.isEmpty() ? Set.of() : Set.of(skills.split(","));
    }
}
