package org.gridsight.app.incidents;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.MapFeature;
import org.gridsight.app.kernel.Scope;
import org.gridsight.app.kernel.StreamSnapshot;
import org.gridsight.spatial.Box;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The orders under way and waiting, as the live stream {@code tasks} starts with them; ended ones are not part of it. */
@Component
class TaskSnapshot implements StreamSnapshot {

    private final AssignmentRepository assignments;
    private final IncidentRepository incidents;
    private final IncidentViews views;

    TaskSnapshot(AssignmentRepository assignments, IncidentRepository incidents, IncidentViews views) {
        this.assignments = assignments;
        this.incidents = incidents;
        this.views = views;
    }

    @Override
    public LiveStream stream() {
        return LiveStream.TASKS;
    }

    @Override
    @Transactional(readOnly = true)
    public List<MapFeature> features(
            Scope scope, Optional<String> workerId, Optional<Box> box, boolean openOnly, int limit) {
        List<Assignment> orders = assignments.listActive(scope.like(), workerId.orElse(""), Limit.of(limit + 1));
        Map<Long, IncidentView> bySeq = incidentsOf(orders);
        return orders.stream()
                .flatMap(order -> Optional.ofNullable(bySeq.get(order.incidentSeq()))
                        .filter(incident ->
                                box.map(b -> b.contains(incident.place())).orElse(true))
                        .map(incident -> IncidentFeatures.of(TaskView.of(order, incident), incident))
                        .stream())
                .toList();
    }

    @Override
    public Optional<String> wallTitle(UnaryOperator<String> property) {
        return Optional.of(IncidentKind.valueOf(property.apply("incidentKind")).wallTitle());
    }

    private Map<Long, IncidentView> incidentsOf(Collection<Assignment> orders) {
        List<Long> seqs =
                orders.stream().map(Assignment::incidentSeq).distinct().toList();
        return views.of(incidents.findAllBySeq(seqs, Scope.everything().like())).stream()
                .collect(Collectors.toMap(IncidentView::seq, Function.identity()));
    }
}
