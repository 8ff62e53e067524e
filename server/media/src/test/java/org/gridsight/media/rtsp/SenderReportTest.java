package org.gridsight.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.gridsight.media.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NTP times of known values, and reports that are broken. */
class SenderReportTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "3976214400, 0, 2026-01-01T00:00:00Z",
        "3976214400, 2147483648, 2026-01-01T00:00:00.500Z",
        "3629059200, 0, 2015-01-01T00:00:00Z",
        "4294967295, 3221225472, 2036-02-07T06:28:15.750Z"
    })
    void readsKnownTimes(long seconds, long fraction, Instant time) {
        assertThat(read(seconds, fraction, NOW)).contains(time);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "86400, 77", "2208988800, 0", "2208999999, 5", "3155673600, 0", "3629059199, 0"})
    void takesNoUptimeForAClock(long seconds, long fraction) {
        assertThat(read(seconds, fraction, NOW)).isEmpty();
    }

    @Test
    void knowsTheTurnOfTheEra() {
        Instant eve = Instant.parse("2036-02-07T06:00:00Z");
        Instant later = Instant.parse("2040-01-01T00:00:00Z");
        assertThat(read(0, 1L << 31, eve)).contains(Instant.parse("2036-02-07T06:28:16.500Z"));
        assertThat(read(60, 0, eve)).contains(Instant.parse("2036-02-07T06:29:16Z"));
        assertThat(read(3_976_214_400L, 0, later)).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(read(0, 0, later)).as("no wall clock in any era").isEmpty();
    }

    @Test
    void readsWhatTheCameraOfTheTestsWrites() {
        ByteBuffer report = ByteBuffer.wrap(Reports.showing(NOW));
        assertThat(SenderReport.isSound(report)).isTrue();
        assertThat(SenderReport.wallClock(report, NOW)).contains(NOW);
    }

    @Test
    void findsTheReportBehindOthers() {
        ByteBuffer chain = ByteBuffer.allocate(100).position(3);
        chain.putInt(0x80c9_0001).putInt(7).put(Reports.showing(NOW)).flip().position(3);
        assertThat(SenderReport.isSound(chain)).isTrue();
        assertThat(SenderReport.wallClock(chain, NOW)).contains(NOW);
        assertThat(chain.position()).isEqualTo(3);
    }

    @Test
    void refusesEveryCutAndRubbish() {
        byte[] whole = Reports.showing(NOW);
        for (int length = 0; length < whole.length; length++) {
            // the report alone, without the name behind it, is whole again
            assertThat(SenderReport.isSound(ByteBuffer.wrap(Arrays.copyOf(whole, length))))
                    .as(length + " bytes")
                    .isEqualTo(length == 28);
        }
        assertThat(SenderReport.isSound(ByteBuffer.wrap(Bytes.of(0x80, 0xc8, 0, 1, 1, 2, 3, 4))))
                .as("a sender report without a time")
                .isFalse();
        assertThat(SenderReport.isSound(ByteBuffer.wrap(Bytes.of(0x40, 0xc9, 0, 0))))
                .isFalse();
    }

    @Test
    void staysWithinWhateverComes() {
        Random random = new Random(47);
        byte[] seed = Reports.showing(NOW);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = Arrays.copyOf(seed, random.nextInt(seed.length * 2));
            for (int change = 0; change < 3 && bytes.length > 0; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            ByteBuffer packet = ByteBuffer.wrap(bytes);
            if (SenderReport.isSound(packet)) {
                Optional<Instant> time = SenderReport.wallClock(packet, NOW);
                time.ifPresent(shown -> assertThat(shown).isAfterOrEqualTo(Instant.parse("2015-01-01T00:00:00Z")));
            }
        }
    }

    private static Optional<Instant> read(long seconds, long fraction, Instant now) {
        return SenderReport.wallClock(ByteBuffer.wrap(Reports.of((int) seconds, (int) fraction)), now);
    }
}
