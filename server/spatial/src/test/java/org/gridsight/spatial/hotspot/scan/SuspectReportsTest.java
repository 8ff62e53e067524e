package org.gridsight.spatial.hotspot.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.gridsight.spatial.PlanarPoints;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.scan.SuspectReports.Reason;
import org.gridsight.spatial.hotspot.scan.SuspectReports.Suspect;
import org.junit.jupiter.api.Test;

/** Each way of being wrong is named, and honest reports are left alone. */
class SuspectReportsTest {

    private static final int N = 1_000;
    private static final long HOUR = 3_600;

    private final double[] x = new double[N];
    private final double[] y = new double[N];
    private final long[] occurred = new long[N];
    private final long[] entered = new long[N];
    private final int[] reporter = new int[N];
    private final int[] kind = new int[N];

    SuspectReportsTest() {
        Random random = new Random(1);
        for (int i = 0; i < N; i++) {
            x[i] = 20_000 * random.nextDouble();
            y[i] = 20_000 * random.nextDouble();
            occurred[i] = i * 20 * HOUR;
            entered[i] = occurred[i] + 600;
            reporter[i] = i % 100;
            kind[i] = i % 2;
        }
    }

    @Test
    void leavesHonestReportsAlone() {
        assertThat(look().suspects()).isEmpty();
        assertThat(look().kept()).hasSize(N);
    }

    @Test
    void countsOneMatterOnce() {
        repeat(10, 12, 5, 30 * HOUR);
        repeat(12, 14, 6, 40 * HOUR);
        repeat(20, 22, reporter[20], HOUR);
        repeat(30, 32, 7, 60 * HOUR);
        assertThat(look().suspects())
                .containsExactly(new Suspect(12, Reason.SAME_MATTER, 10), new Suspect(14, Reason.SAME_MATTER, 10));
    }

    @Test
    void takesMattersOfDifferentDaysForTwoThoughEnteredTogether() {
        repeat(10, 12, 5, HOUR);
        occurred[12] = occurred[10] + 49 * HOUR;
        repeat(20, 22, 6, HOUR);
        occurred[22] = occurred[20] + 47 * HOUR;
        assertThat(look().suspects()).containsExactly(new Suspect(22, Reason.SAME_MATTER, 20));
    }

    @Test
    void endsAChainWhereTheFirstMatterIsTooLongAgo() {
        repeat(10, 12, 5, 30 * HOUR);
        occurred[12] = occurred[10] + 30 * HOUR;
        repeat(12, 14, 6, 30 * HOUR);
        occurred[14] = occurred[12] + 30 * HOUR;
        assertThat(look().suspects()).containsExactly(new Suspect(12, Reason.SAME_MATTER, 10));
    }

    @Test
    void readsNothingIntoTheEntryOfCopiedReports() {
        repeat(10, 12, 5, HOUR);
        entered[10] = occurred[10] + 30 * 24 * HOUR;
        entered[12] = entered[10] + 200 * HOUR;
        assertThat(look().suspects()).containsExactly(new Suspect(12, Reason.SAME_MATTER, 10));
    }

    @Test
    void findsWhatHoldingEveryPairAgainstEachOtherFinds() {
        int repeats = 0;
        for (int seed = 0; seed < 30; seed++) {
            crowd(new Random(seed));
            List<Suspect> all = look().suspects();
            List<Suspect> same =
                    all.stream().filter(s -> s.reason() == Reason.SAME_MATTER).toList();
            boolean[] aside = new boolean[N];
            all.stream()
                    .filter(s -> s.reason() == Reason.DEFAULT_PLACE || s.reason() == Reason.DATED_AT_ENTRY)
                    .forEach(s -> aside[s.report()] = true);
            assertThat(same).as("seed %d", seed).isEqualTo(EveryPair.repeats(reports(), aside));
            repeats += same.size();
        }
        assertThat(repeats).isGreaterThan(1_000);
    }

    @Test
    void canBeCalledOff() {
        Run run = Run.alone();
        run.cancel();
        assertThatThrownBy(() -> new SuspectReports(reports(), run)).isInstanceOf(CancellationException.class);
    }

    @Test
    void namesThePlaceThatIsFilledIn() {
        for (int i = 100; i < 115; i++) {
            x[i] = 5_000;
            y[i] = 5_000;
        }
        assertThat(reasons(Reason.DEFAULT_PLACE))
                .containsExactly(IntStream.range(100, 115).toArray());
    }

    @Test
    void takesBusyAddressesForOrdinaryWhereThereAreMany() {
        for (int i = 0; i < N; i++) {
            x[i] = i % 30 * 500;
            y[i] = 0;
        }
        assertThat(reasons(Reason.DEFAULT_PLACE)).isEmpty();
    }

    @Test
    void namesTimesThatAreTimesOfEntryUnlessThatIsTheCustom() {
        for (int i = 0; i < N; i += 50) {
            occurred[i] = entered[i];
        }
        assertThat(reasons(Reason.DATED_AT_ENTRY)).hasSize(20);
        System.arraycopy(entered, 0, occurred, 0, N);
        assertThat(look().suspects()).isEmpty();
    }

    @Test
    void leavesAnEagerReporterTheShareOfOthers() {
        for (int i = 0; i < 120; i += 2) {
            reporter[i] = 777;
        }
        int[] aside = reasons(Reason.EAGER_REPORTER);
        assertThat(aside).hasSizeBetween(50, 52);
        assertThat(Arrays.stream(aside)).allMatch(i -> reporter[i] == 777);
        assertThat(Arrays.stream(aside).filter(i -> i < 60).count()).isBetween(24L, 26L);
    }

    @Test
    void takesNothingAndRefusesUnevenArrays() {
        PlanarPoints none = PlanarPoints.of(new double[0], new double[0]);
        assertThat(new SuspectReports(new Reports(none, new long[0], new long[0], new int[0], new int[0]), Run.alone())
                        .kept())
                .isEmpty();
        assertThatThrownBy(() -> new Reports(none, new long[1], new long[0], new int[0], new int[0]))
                .hasMessageContaining("1 occurred");
    }

    private void repeat(int of, int by, int person, long later) {
        x[by] = x[of] + 40;
        y[by] = y[of] - 40;
        occurred[by] = occurred[of];
        entered[by] = entered[of] + later;
        reporter[by] = person;
        kind[by] = kind[of];
    }

    private int[] reasons(Reason reason) {
        List<Suspect> suspects = look().suspects();
        assertThat(suspects).allMatch(s -> s.reason() == reason);
        return suspects.stream().mapToInt(Suspect::report).toArray();
    }

    /** Crowded in place and time, some copied in bulk, some at one place or dated at entry; times often equal. */
    private void crowd(Random random) {
        for (int i = 0; i < N; i++) {
            x[i] = random.nextInt(40) == 0 ? 7 : 10 * random.nextInt(60) - 300;
            y[i] = x[i] == 7 ? 7 : 10 * random.nextInt(60) - 300;
            occurred[i] = HOUR * random.nextInt(1_500);
            boolean copied = random.nextInt(4) == 0;
            entered[i] = copied ? 2_000 * HOUR : occurred[i] + HOUR * random.nextInt(60);
            reporter[i] = random.nextInt(6) - 1;
            kind[i] = random.nextInt(2);
        }
    }

    private Reports reports() {
        return new Reports(PlanarPoints.of(x, y), occurred, entered, reporter, kind);
    }

    private SuspectReports look() {
        return new SuspectReports(reports(), Run.alone());
    }
}
