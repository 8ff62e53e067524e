package org.gridsight.app.riskpoints;

import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Auditable;
import org.gridsight.app.kernel.LiveStream;
import org.gridsight.app.kernel.MapChange;
import org.gridsight.app.kernel.MapFeature;

/** A risk point was entered or changed. */
record RiskPointChanged(
        String actor,
        String action,
        MapFeature now,
        RiskPointProperties properties,
        String formerGrid,
        Map<String, String> changes)
        implements MapChange, Auditable {

    @Override
    public LiveStream stream() {
        return LiveStream.RISKPOINTS;
    }

    @Override
    public String id() {
        return properties.id();
    }

    @Override
    public long version() {
        return properties.version();
    }

    @Override
    public String scopeCode() {
        return properties.gridCode();
    }

    @Override
    public Optional<String> formerScopeCode() {
        return formerGrid.equals(scopeCode()) ? Optional.empty() : Optional.of(formerGrid);
    }

    @Override
    public Optional<MapFeature> feature() {
        return Optional.of(now);
    }

    @Override
    public AuditEntry auditEntry() {
        return AuditEntry.of(actor, "risk-point." + action, "risk-point/" + id(), scopeCode(), changes);
    }
}
