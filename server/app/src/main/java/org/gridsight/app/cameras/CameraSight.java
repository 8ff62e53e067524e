package org.gridsight.app.cameras;

import org.gridsight.spatial.sight.SightRanking.Ranked;

/**
 * How well one camera sees a place; the score lies in 0..1.
 *
 * @param reason why it sees the place or does not, such as {@code inView}, {@code ptzReach} or {@code occluded}
 * @param playable whether somebody has said how its pictures are fetched
 */
record CameraSight(
        String cameraId,
        String name,
        long distanceMetres,
        boolean inView,
        boolean online,
        double score,
        String reason,
        boolean ptz,
        boolean playable) {

    static CameraSight from(Ranked ranked, Camera camera, boolean playable) {
        return new CameraSight(
                ranked.id(),
                camera.displayName(),
                Math.round(ranked.distanceMetres()),
                ranked.inView(),
                ranked.online(),
                ranked.score(),
                ranked.reason().code(),
                camera.kind() == CameraKind.PTZ,
                playable);
    }
}
