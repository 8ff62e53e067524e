package org.gridsight.app.dispatch;

import java.util.Set;

/** A grid worker to be registered; {@code skills} are incident kinds and codes of dispute categories, empty for all. */
public record NewWorker(String workerId, String name, String gridCode, Set<String> skills, boolean onDuty) {

    public NewWorker {
        skills = Set.copyOf(skills);
    }
}
