package org.gridsight.app.riskpoints;

import org.gridsight.app.grids.GridUse;
import org.springframework.stereotype.Component;

/** Risk points carry grid codes. */
@Component
class LedgerUse implements GridUse {

    private final RiskPointRepository points;

    LedgerUse(RiskPointRepository points) {
        this.points = points;
    }

    @Override
    public boolean isInUse() {
        return points.existsBy();
    }
}
