package org.gridsight.app.cameras;

import java.util.Optional;
import org.gridsight.spatial.sight.SightRanking.Ranked;

/** How well one camera sees an incident; the score lies in 0..1. */
record CameraSight(String cameraId, String name, long distanceMetres, boolean inView, boolean online, double score) {

    static CameraSight from(Ranked ranked, Optional<Camera> camera) {
        return new CameraSight(
                ranked.id(),
                camera.map(Camera::displayName).orElse(ranked.id()),
                Math.round(ranked.distanceMetres()),
                ranked.inView(),
                ranked.online(),
                ranked.score());
    }
}
