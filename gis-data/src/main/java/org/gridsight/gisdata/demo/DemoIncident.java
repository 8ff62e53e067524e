package org.gridsight.gisdata.demo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * One matter with everything that was done about it, in the words and states of the closed loop. What is wrong with it
 * (late dates, wrong places, repeats) is wrong on purpose and not marked: finding it is the product's work.
 */
public record DemoIncident(UUID id, Matter matter, Place place, Report report, Course course) {

    /**
     * What it is about.
     *
     * @param category dispute category, of list A until June 2024 and of list B after; null for other kinds
     * @param scale INDIVIDUAL, GROUP or MAJOR_GROUP; null unless a dispute
     */
    public record Matter(
            String kind,
            @Nullable String category,
            @Nullable String scale,
            String title,
            String description) {}

    /** Where it was reported: the point as it came in, and the grid that holds it or, outside the town, of the address. */
    public record Place(Point at, String gridCode, String address) {}

    /**
     * How it came in.
     *
     * @param platform name of the village platform that sent it; null for other sources
     */
    public record Report(
            String source, @Nullable String platform, Instant occurredAt, Instant receivedAt, People people) {}

    /** Who reported, and for disputes the two sides. */
    public record People(DemoPerson reporter, List<DemoPerson> parties) {}

    /**
     * How far it is.
     *
     * @param mergedInto the incident it was merged into; null unless MERGED
     * @param dueAt deadline of the last dispatch; null before one
     * @param workerIds of the last dispatch, the first leads
     */
    public record Course(
            String status,
            @Nullable UUID mergedInto,
            @Nullable Instant dueAt,
            List<String> workerIds,
            List<Step> steps) {

        public int returns() {
            return count("return");
        }

        public int reopens() {
            return (int) steps.stream()
                    .filter(s -> s.action().equals("reopen")
                            || "FAIL".equals(s.remark().code()))
                    .count();
        }

        private int count(String action) {
            return (int) steps.stream().filter(s -> s.action().equals(action)).count();
        }
    }

    /**
     * One line of the history.
     *
     * @param action move of the state table: report, accept, assign, start, return, handle, verify, revisit, close, ...
     * @param status the state after it; the state before it is that of the line above
     */
    public record Step(String action, String status, Actor actor, Instant at, Remark remark) {}

    /**
     * Who did it.
     *
     * @param role a role of the product, or PUBLIC or PLATFORM for reports from outside
     * @param workerId null unless a grid worker
     */
    public record Actor(String role, String name, @Nullable String workerId) {}

    /**
     * What was said.
     *
     * @param code PASS or FAIL of a verification, SATISFIED, NOT_SATISFIED or UNREACHABLE of a revisit, the worker's id of
     *     an assignment; else null
     */
    public record Remark(@Nullable String code, String words) {}
}
