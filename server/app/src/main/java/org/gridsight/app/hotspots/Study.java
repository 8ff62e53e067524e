package org.gridsight.app.hotspots;

import org.gridsight.spatial.Run;

/** A method at work: pure, so that the same question and seed give the same map. */
interface Study {

    /** @param run progress, threads, and whether it was called off */
    HotspotMap map(Question question, Run run);
}
