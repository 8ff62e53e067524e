package org.gridsight.spatial.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.gridsight.spatial.LngLat;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** A cone's ring and its yes-or-no answer are the same shape. */
class ViewConeTest {

    private static final LngLat CAMERA = new LngLat(117.9, 35.8);

    @Test
    void ringAndAnswerAgree() {
        Random random = new Random(3);
        for (int round = 0; round < 40; round++) {
            double view = 5 + random.nextDouble() * 355;
            ViewCone cone = new ViewCone(CAMERA, random.nextDouble() * 720 - 360, view, 200);
            Polygon ring = polygon(cone.ring());
            for (int i = 0; i < 200; i++) {
                LngLat place = CAMERA.moved(random.nextDouble() * 360, random.nextDouble() * 300);
                boolean nearBorder = Math.abs(CAMERA.metresTo(place) - 200) < 1
                        || Math.abs(cone.degreesOffAxis(place) - view / 2) < 0.01;
                if (!nearBorder) {
                    Coordinate at = new Coordinate(place.lng(), place.lat());
                    assertThat(cone.contains(place))
                            .as("%s %s", cone, place)
                            .isEqualTo(ring.covers(new GeometryFactory().createPoint(at)));
                }
            }
        }
    }

    @Test
    void ringRunsCounterClockwiseAndCloses() {
        for (double view : new double[] {1, 75, 200, 360}) {
            List<LngLat> ring = new ViewCone(CAMERA, 350, view, 60).ring();
            assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
            assertThat(Orientation.isCCW(polygon(ring).getCoordinates())).isTrue();
        }
    }

    @Test
    void looksAcrossNorth() {
        ViewCone cone = new ViewCone(CAMERA, 355, 30, 100);
        assertThat(cone.contains(CAMERA.moved(5, 50))).isTrue();
        assertThat(cone.contains(CAMERA.moved(345, 50))).isTrue();
        assertThat(cone.contains(CAMERA.moved(20, 50))).isFalse();
        assertThat(cone.contains(CAMERA.moved(355, 101))).isFalse();
        assertThat(cone.contains(CAMERA)).isTrue();
        assertThat(new ViewCone(CAMERA, -5, 30, 100).headingDegrees()).isCloseTo(355, within(1e-9));
    }

    @Test
    void refusesImpossibleCones() {
        assertThatThrownBy(() -> new ViewCone(CAMERA, 0, 0, 10)).hasMessageContaining("field of view");
        assertThatThrownBy(() -> new ViewCone(CAMERA, 0, 60, 0)).hasMessageContaining("range");
        assertThatThrownBy(() -> new ViewCone(CAMERA, Double.NaN, 60, 10)).hasMessageContaining("heading");
    }

    private static Polygon polygon(List<LngLat> ring) {
        Coordinate[] corners = ring.stream()
                .map(place -> new Coordinate(place.lng(), place.lat()))
                .toArray(Coordinate[]::new);
        return new GeometryFactory().createPolygon(corners);
    }
}
