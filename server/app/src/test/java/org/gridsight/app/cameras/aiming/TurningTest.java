package org.gridsight.app.cameras.aiming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.gridsight.media.gb28181.PtzTarget;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.ViewCone;
import org.junit.jupiter.api.Test;

/** Which way a head must turn. */
class TurningTest {

    private static final LngLat MAST = new LngLat(117.91, 35.81);
    private static final ViewCone HEAD = new ViewCone(MAST, 10, 60, 300);

    private static Turning known(double panZero, double mountMetres) {
        return new Turning(1, OptionalDouble.of(panZero), OptionalDouble.of(mountMetres), List.of());
    }

    private static Preset preset(int number, double bearing) {
        return new Preset(number, "", bearing, 60);
    }

    @Test
    void turnsClockwiseFromItsOwnZeroAndDownToTheGround() {
        LngLat west = MAST.moved(270, 100);
        PtzTarget target = known(350, 10).target(HEAD, west).orElseThrow();
        assertThat(target.pan().orElseThrow()).isCloseTo(280, within(0.1));
        assertThat(target.tilt().orElseThrow()).isCloseTo(5.71, within(0.01));
        // 100 m away the picture is 115 m wide
        assertThat(target.zoom().orElseThrow()).isCloseTo(1.92, within(0.01));
        assertThat(known(-350, 10).target(HEAD, west).orElseThrow().pan().orElseThrow())
                .isCloseTo(260, within(0.1));
        assertThat(known(0, 10).target(HEAD, MAST.moved(90, 5)).orElseThrow().zoom())
                .hasValue(1);
    }

    @Test
    void leavesAsItIsWhatNobodyHasTold() {
        Turning flat = new Turning(1, OptionalDouble.of(0), OptionalDouble.empty(), List.of());
        ViewCone anywhere = new ViewCone(MAST, 0, 360, 300);
        PtzTarget target = flat.target(anywhere, MAST.moved(90, 50)).orElseThrow();
        assertThat(target.tilt()).isEmpty();
        assertThat(target.zoom()).isEmpty();
        assertThat(Turning.UNKNOWN.target(HEAD, MAST.moved(90, 50))).isEmpty();
    }

    @Test
    void takesTheStoredDirectionWithThePlaceNearestToItsMiddle() {
        Turning turning = new Turning(
                1,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(preset(4, 20), preset(9, 355), preset(2, 180)));
        assertThat(turning.preset(HEAD, MAST.moved(3, 90)).orElseThrow().number())
                .isEqualTo(9);
        assertThat(turning.preset(HEAD, MAST.moved(15, 90)).orElseThrow().number())
                .isEqualTo(4);
        assertThat(turning.preset(HEAD, MAST.moved(100, 90))).isEmpty();
        assertThat(turning.presets()).extracting(Preset::number).containsExactly(2, 4, 9);
    }
}
