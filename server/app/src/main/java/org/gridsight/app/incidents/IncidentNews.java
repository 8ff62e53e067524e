package org.gridsight.app.incidents;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.AuditEntry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of what has happened to incidents and orders, after it is flushed and before it is committed. */
@Component
class IncidentNews {

    private static final Map<Move, BiFunction<IncidentView, IncidentEvent.Trace, IncidentEvent>> EVENTS =
            new EnumMap<>(Move.class);

    static {
        EVENTS.put(Move.ACCEPT, IncidentEvent.IncidentAccepted::new);
        EVENTS.put(Move.REJECT, IncidentEvent.IncidentRejected::new);
        EVENTS.put(Move.MERGE, IncidentEvent.IncidentMerged::new);
        EVENTS.put(Move.UNMERGE, IncidentEvent.IncidentUnmerged::new);
        EVENTS.put(Move.UNDO, IncidentEvent.IncidentUndone::new);
        EVENTS.put(Move.ASSIGN, IncidentEvent.IncidentAssigned::new);
        EVENTS.put(Move.START, IncidentEvent.IncidentStarted::new);
        EVENTS.put(Move.RETURN, IncidentEvent.IncidentReturned::new);
        EVENTS.put(Move.HANDLE, IncidentEvent.IncidentHandled::new);
        EVENTS.put(Move.VERIFY, IncidentEvent.IncidentVerified::new);
        EVENTS.put(Move.REVISIT, IncidentEvent.IncidentRevisited::new);
        EVENTS.put(Move.CLOSE, IncidentEvent.IncidentClosed::new);
        EVENTS.put(Move.REOPEN, IncidentEvent.IncidentReopened::new);
        EVENTS.put(Move.PAUSE, IncidentEvent.IncidentPaused::new);
        EVENTS.put(Move.RESUME, IncidentEvent.IncidentResumed::new);
        EVENTS.put(Move.EXTEND, IncidentEvent.IncidentExtended::new);
    }

    private final IncidentViews views;
    private final ApplicationEventPublisher events;

    IncidentNews(IncidentViews views, ApplicationEventPublisher events) {
        this.views = views;
        this.events = events;
    }

    IncidentView view(CaseFile file) {
        return views.of(file.incident(), file.orders().all());
    }

    IncidentView moved(CaseFile file, Act act, Step step) {
        IncidentView view = view(file);
        BiFunction<IncidentView, IncidentEvent.Trace, IncidentEvent> event = EVENTS.get(act.move());
        if (event == null) {
            throw new IllegalStateException("no event for " + act.move());
        }
        events.publishEvent(event.apply(view, trace(act, step)));
        file.orders().touched().forEach(order -> events.publishEvent(TaskChanged.of(order, view)));
        return view;
    }

    /** The other side of a merge changed too. */
    void touched(Incident other, Act act, Step step) {
        events.publishEvent(new IncidentEvent.IncidentTouched(views.of(other), trace(act, step)));
    }

    /** Orders of it changed without a move. */
    IncidentView told(CaseFile file, CurrentUser by, Step step) {
        IncidentView view = view(file);
        IncidentEvent.Trace trace =
                new IncidentEvent.Trace(by.username(), step.action(), step.number(), step.details());
        events.publishEvent(new IncidentEvent.IncidentTouched(view, trace));
        file.orders().touched().forEach(order -> events.publishEvent(TaskChanged.of(order, view)));
        return view;
    }

    /** One sent has not answered in time; the case itself is as it was. */
    void unanswered(Incident incident, Assignment order) {
        IncidentView view = views.of(incident);
        events.publishEvent(TaskChanged.of(order, view));
        events.publishEvent(AuditEntry.of(
                Act.Actor.PRODUCT.username(),
                "order.unanswered",
                "incident/" + incident.seq(),
                view.gridCode(),
                Map.of("worker", String.valueOf(order.workerId()))));
    }

    /** Somebody changed who is named in it. */
    void named(Incident incident, CurrentUser by, Step step) {
        IncidentEvent.Trace trace = new IncidentEvent.Trace(by.username(), "parties", step.number(), step.details());
        events.publishEvent(new IncidentEvent.IncidentTouched(views.of(incident), trace));
    }

    /** Something was added to its course. */
    void noted(Incident incident, CurrentUser by, Step step) {
        IncidentEvent.Trace trace = new IncidentEvent.Trace(by.username(), "note", step.number(), step.details());
        events.publishEvent(new IncidentEvent.IncidentTouched(views.of(incident), trace));
    }

    /** What is known of it changed; where it lay before, it is seen to leave. */
    IncidentView amended(CaseFile file, CurrentUser by, Step step, String formerGrid) {
        IncidentView view = view(file);
        IncidentEvent.Trace trace = new IncidentEvent.Trace(by.username(), "amend", step.number(), step.details());
        events.publishEvent(new IncidentEvent.IncidentAmended(view, trace, formerGrid));
        if (!formerGrid.equals(view.gridCode())) {
            file.orders().all().stream()
                    .filter(order -> order.status().isActive())
                    .forEach(order -> events.publishEvent(TaskChanged.of(order, view)));
        }
        return view;
    }

    IncidentView escalated(Incident incident, Step step) {
        IncidentView view = views.of(incident);
        IncidentEvent.Trace trace =
                new IncidentEvent.Trace(Act.Actor.PRODUCT.username(), "escalate", step.number(), step.details());
        events.publishEvent(new IncidentEvent.IncidentEscalated(view, trace));
        return view;
    }

    private static IncidentEvent.Trace trace(Act act, Step step) {
        Map<String, String> details = new TreeMap<>(step.details());
        if (act.reasonCode() != null) {
            details.put("reasonCode", act.reasonCode());
        }
        return new IncidentEvent.Trace(act.actor().username(), act.move().word(), step.number(), details);
    }
}
