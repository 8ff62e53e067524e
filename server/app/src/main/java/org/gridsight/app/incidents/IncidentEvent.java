package org.gridsight.app.incidents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Auditable;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.MapChange;
import org.gridsight.app.kernel.MapFeature;

/**
 * Something happened to an incident. Every move has its own past-tense record, so that a listener names what it waits
 * for; all say the same: the incident as it is now, and who did it in which step.
 */
public sealed interface IncidentEvent extends MapChange, Auditable {

    /** The incident after it. */
    IncidentView incident();

    Trace trace();

    /** Who and how; no words of persons. */
    record Trace(String actor, String action, int step, Map<String, String> details) {}

    @Override
    default LiveStream stream() {
        return LiveStream.INCIDENTS;
    }

    @Override
    default String id() {
        return incident().id().toString();
    }

    @Override
    default long version() {
        return incident().version();
    }

    @Override
    default String scopeCode() {
        return incident().gridCode();
    }

    @Override
    default List<String> alsoWorkers() {
        return incident().sentNow();
    }

    @Override
    default Optional<MapFeature> feature() {
        return Optional.of(IncidentFeatures.of(incident()));
    }

    @Override
    default AuditEntry auditEntry() {
        Map<String, String> details = new TreeMap<>(trace().details());
        details.put("step", Integer.toString(trace().step()));
        details.put("status", incident().status().name());
        String subject = "incident/" + incident().seq();
        return AuditEntry.of(trace().actor(), "incident." + trace().action(), subject, scopeCode(), details);
    }

    /** It was reported. */
    record IncidentReported(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** The duty officer took it on. */
    record IncidentAccepted(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** It does not belong here. */
    record IncidentRejected(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** It went into another one. */
    record IncidentMerged(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** It left the other one again, as it was. */
    record IncidentUnmerged(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** The last move was taken back. */
    record IncidentUndone(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** Somebody was sent. */
    record IncidentAssigned(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** Work began. */
    record IncidentStarted(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** Who was sent gave it back. */
    record IncidentReturned(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** Work is done, to be checked. */
    record IncidentHandled(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** The check passed, or failed: then it is ASSIGNED again. */
    record IncidentVerified(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** The reporter was asked. */
    record IncidentRevisited(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** It is over. */
    record IncidentClosed(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** It begins again. */
    record IncidentReopened(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** Its clock stopped. */
    record IncidentPaused(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** Its clock runs again. */
    record IncidentResumed(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** It got its one extension. */
    record IncidentExtended(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** Its clock ran down to the next level of watch. */
    record IncidentEscalated(IncidentView incident, Trace trace) implements IncidentEvent {}

    /** What is known of it was put right; it may lie in another grid than {@code formerGrid} now. */
    record IncidentAmended(IncidentView incident, Trace trace, String formerGrid) implements IncidentEvent {

        @Override
        public Optional<String> formerScopeCode() {
            return Optional.of(formerGrid);
        }
    }

    /** Another incident went into it or left it, or its parties changed. */
    record IncidentTouched(IncidentView incident, Trace trace) implements IncidentEvent {}
}
