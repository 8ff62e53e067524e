package org.gridsight.media.fmp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.Codec;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.rtsp.Film;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that were cut off anywhere, and pictures that were moved to a clock of their own. */
class MovieFileTest {

    private static final Film FILM = Film.random(Codec.H264, 12, 400);

    @TempDir
    private Path folder;

    private final FragmentWriter writer = new FragmentWriter();

    private Fragment picture(int i) {
        return writer.picture(new AccessUnit(FILM.sample(i), 3_600L * i, FILM.isKey(i), 40_000_000L * i));
    }

    @Test
    void findsTheLastWholePictureWhereverTheFileEnds() throws IOException {
        ByteArrayOutputStream movie = new ByteArrayOutputStream();
        movie.writeBytes(writer.format(new VideoFormat(Codec.H264, FILM.sets()))
                .orElseThrow()
                .bytes());
        List<Integer> ends = new ArrayList<>(List.of(0));
        for (int i = 0; i < 12; i++) {
            movie.writeBytes(picture(i).bytes());
            ends.add(movie.size());
        }
        Path file = folder.resolve("cut.mp4");
        int pictures = 0;
        for (int cut = 0; cut <= movie.size(); cut += cut < 400 || cut > movie.size() - 400 ? 1 : 37) {
            Files.write(file, Arrays.copyOf(movie.toByteArray(), cut));
            while (pictures < 12 && ends.get(pictures + 1) <= cut) {
                pictures++;
            }
            MovieFile.Whole whole = MovieFile.scan(file);
            assertThat(whole.pictures()).as("cut at %s", cut).isEqualTo(pictures);
            assertThat(whole.bytes())
                    .as("cut at %s", cut)
                    .isEqualTo(ends.get(pictures).longValue());
        }
        Files.write(file, movie.toByteArray());
        assertThat(MovieFile.scan(file)).isEqualTo(new MovieFile.Whole(movie.size(), 12, 11 * 3_600L));
    }

    @Test
    void believesNoBoxThatLies() throws IOException {
        Path file = folder.resolve("junk.mp4");
        for (byte[] junk :
                List.of(new byte[200], "\0\0\0\4moof\0\0\0\0".getBytes(StandardCharsets.US_ASCII), new byte[] {
                    -1, -1, -1, -1, 'm'
                })) {
            Files.write(file, junk);
            assertThat(MovieFile.scan(file).bytes()).isZero();
        }
    }

    @Test
    void movesAPictureToAnotherClock() {
        writer.format(new VideoFormat(Codec.H264, FILM.sets()));
        picture(0);
        Fragment second = picture(1);
        byte[] before = second.bytes().clone();
        Fragment moved = second.movedTo(7, 90_000);
        assertThat(new BoxReader(moved.bytes()).ints("moof/mfhd")).contains(7);
        assertThat(new BoxReader(moved.bytes()).ints("moof/traf/tfdt")).endsWith(0, 90_000);
        assertThat(moved.time90k()).isEqualTo(90_000);
        assertThat(second.bytes()).isEqualTo(before);
        assertThat(moved.movedTo(2, second.time90k()).bytes()).isEqualTo(before);
    }
}
