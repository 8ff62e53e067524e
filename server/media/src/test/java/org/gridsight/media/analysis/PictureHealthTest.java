package org.gridsight.media.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A painted street with sensor noise, by day and by night, and everything that can happen to the lens. */
class PictureHealthTest {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;

    private final PictureHealth health = new PictureHealth();
    private final Random noise = new Random(3);
    private Instant now = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void findsNothingWrongFromDayToNight() {
        for (int i = 0; i < 200; i++) {
            double light = 1 - 0.7 * Math.abs(Math.sin(i / 30.0));
            assertThat(see(street(1, light))).isEmpty();
        }
    }

    @Test
    void tellsBlackAfterThreePicturesAndTakesItBackAfterThree() {
        usual();
        assertThat(see(flat(4))).isEmpty();
        assertThat(see(flat(4))).isEmpty();
        assertThat(see(flat(4))).containsExactly(PictureFault.BLACK);
        assertThat(see(street(1, 1))).containsExactly(PictureFault.BLACK);
        see(street(1, 1));
        assertThat(see(street(1, 1))).isEmpty();
    }

    @Test
    void tellsACoveredLens() {
        usual();
        assertThat(seeOften(flat(120))).containsExactly(PictureFault.COVERED);
    }

    @Test
    void tellsABlurredLens() {
        usual();
        assertThat(seeOften(blur(street(1, 1), 4))).containsExactly(PictureFault.BLURRED);
    }

    @Test
    void tellsAFrozenPictureByItsMissingNoise() {
        usual();
        LumaPlane same = noisy(street(1, 1));
        Set<PictureFault> told = Set.of();
        for (int i = 0; i < 12; i++) {
            now = now.plusSeconds(10);
            told = health.examine(same, now);
        }
        assertThat(told).containsExactly(PictureFault.FROZEN);
        assertThat(seeOften(street(1, 1))).isEmpty();
    }

    @Test
    void tellsThatItLooksElsewhereUntilItIsTold() {
        usual();
        assertThat(seeOften(street(2, 1))).containsExactly(PictureFault.MOVED);
        assertThat(seeOften(street(2, 1))).containsExactly(PictureFault.MOVED);
        health.lookAnew();
        assertThat(seeOften(street(2, 1))).isEmpty();
        assertThat(seeOften(street(1, 1))).containsExactly(PictureFault.MOVED);
    }

    @Test
    void goesOnAfterARestartFromWhatWasKept() {
        PictureHealth before = new PictureHealth();
        assertThat(before.usual()).isEmpty();
        for (int i = 0; i < 10; i++) {
            now = now.plusSeconds(10);
            before.examine(noisy(street(1, 1)), now);
            assertThat(before.isUndecided()).isEqualTo(i < 5);
        }
        UsualView kept = UsualView.parse(before.usual().orElseThrow().text()).orElseThrow();
        assertThat(UsualView.parse("AAAA")).isEmpty();
        assertThat(UsualView.parse("-")).isEmpty();
        PictureHealth after = PictureHealth.resume(kept, Set.of());
        Set<PictureFault> told = Set.of();
        for (int i = 0; i < 5; i++) {
            now = now.plusSeconds(10);
            told = after.examine(noisy(street(1, 1)), now);
        }
        assertThat(told).isEmpty();
        for (int i = 0; i < 4; i++) {
            now = now.plusSeconds(10);
            told = after.examine(noisy(street(2, 1)), now);
        }
        assertThat(told).containsExactly(PictureFault.MOVED);
    }

    @Test
    void isNotFooledByOneTruck() {
        usual();
        see(flat(90));
        see(flat(90));
        assertThat(see(street(1, 1))).isEmpty();
        assertThat(see(flat(90))).isEmpty();
    }

    @Test
    void agreesOverManyStreets() {
        int moved = 0;
        for (int place = 10; place < 60; place++) {
            PictureHealth one = new PictureHealth();
            for (int i = 0; i < 10; i++) {
                now = now.plusSeconds(10);
                assertThat(one.examine(noisy(street(place, 1)), now)).isEmpty();
            }
            for (int i = 0; i < 4; i++) {
                now = now.plusSeconds(10);
                one.examine(noisy(street(place + 1000, 1)), now);
            }
            now = now.plusSeconds(10);
            moved += one.examine(noisy(street(place + 1000, 1)), now).contains(PictureFault.MOVED) ? 1 : 0;
        }
        assertThat(moved).isGreaterThanOrEqualTo(48);
    }

    private void usual() {
        for (int i = 0; i < 10; i++) {
            assertThat(see(street(1, 1))).isEmpty();
        }
    }

    private Set<PictureFault> see(LumaPlane scene) {
        now = now.plusSeconds(10);
        return health.examine(noisy(scene), now);
    }

    private Set<PictureFault> seeOften(LumaPlane scene) {
        Set<PictureFault> told = Set.of();
        for (int i = 0; i < 5; i++) {
            told = see(scene);
        }
        return told;
    }

    // sky, ground and houses with windows, another arrangement for each place
    private static LumaPlane street(int place, double light) {
        Random random = new Random(place);
        int[] pixels = new int[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i < pixels.length / 2 ? 190 : 90;
        }
        for (int house = 0; house < 9; house++) {
            paint(pixels, random, 10 + random.nextInt(35), 10 + random.nextInt(35));
        }
        for (int window = 0; window < 40; window++) {
            paint(pixels, random, 2 + random.nextInt(6), 2 + random.nextInt(6));
        }
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (pixels[i] * light);
        }
        return new LumaPlane(WIDTH, HEIGHT, bytes);
    }

    private static void paint(int[] pixels, Random random, int width, int height) {
        int left = random.nextInt(WIDTH - width);
        int top = random.nextInt(HEIGHT - height);
        int shade = 30 + random.nextInt(200);
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                pixels[y * WIDTH + x] = shade;
            }
        }
    }

    private static LumaPlane flat(int shade) {
        byte[] bytes = new byte[WIDTH * HEIGHT];
        Arrays.fill(bytes, (byte) shade);
        return new LumaPlane(WIDTH, HEIGHT, bytes);
    }

    private LumaPlane noisy(LumaPlane scene) {
        byte[] bytes = new byte[scene.pixels().length];
        for (int i = 0; i < bytes.length; i++) {
            double value = (scene.pixels()[i] & 0xff) + noise.nextGaussian() * 1.5;
            bytes[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
        }
        return new LumaPlane(scene.width(), scene.height(), bytes);
    }

    // mean over a square
    private static LumaPlane blur(LumaPlane sharp, int radius) {
        byte[] bytes = new byte[sharp.pixels().length];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int sum = 0;
                int count = 0;
                for (int v = Math.max(0, y - radius); v <= Math.min(HEIGHT - 1, y + radius); v++) {
                    for (int u = Math.max(0, x - radius); u <= Math.min(WIDTH - 1, x + radius); u++) {
                        sum += sharp.at(u, v);
                        count++;
                    }
                }
                bytes[y * WIDTH + x] = (byte) (sum / count);
            }
        }
        return new LumaPlane(WIDTH, HEIGHT, bytes);
    }
}
