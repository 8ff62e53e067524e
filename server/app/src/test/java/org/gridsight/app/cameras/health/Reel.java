package org.gridsight.app.cameras.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import org.gridsight.media.Codec;
import org.gridsight.media.FfmpegTool;
import org.gridsight.media.rtsp.Film;

/** The pictures a simulated camera shows; they can be changed while it runs. Key pictures only. */
final class Reel extends AbstractList<List<byte[]>> {

    private static final int ENDLESS = 1_000_000;

    private volatile List<List<byte[]>> shown;
    private volatile int first;

    Reel(Film film) {
        shown = film.frames();
    }

    /** Real coded pictures of a source of ffmpeg, such as {@code color=black}. */
    static Film film(Path folder, String name, String source) throws IOException, InterruptedException {
        FfmpegTool.run(
                folder,
                "ffmpeg",
                "-f",
                "lavfi",
                "-i",
                source,
                "-frames:v",
                "25",
                "-pix_fmt",
                "yuv420p",
                "-g",
                "1",
                "-bf",
                "0",
                "-f",
                "h264",
                name);
        return Film.parse(Codec.H264, Files.readAllBytes(folder.resolve(name)));
    }

    void show(Film film) {
        shown = film.frames();
    }

    /** As in life, who comes next sees a later picture. */
    void turn() {
        first = (first + 1) % shown.size();
    }

    @Override
    public List<byte[]> get(int index) {
        List<List<byte[]>> now = shown;
        return now.get((first + index) % now.size());
    }

    @Override
    public int size() {
        return ENDLESS;
    }
}
