package org.gridsight.media.analysis;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Fills polygons with black in a 4:2:0 picture: every pixel whose area the polygon may touch, rather one too many. */
public final class MaskBrush {

    private static final int BLACK = 0;
    private static final int NO_COLOUR = 128;

    private final AVFrame frame;

    public MaskBrush(AVFrame frame) {
        this.frame = frame;
    }

    public void fill(Mask mask) {
        fill(mask, 0, frame.width(), frame.height(), BLACK);
        for (int plane = 1; plane <= 2; plane++) {
            fill(mask, plane, frame.width() / 2, frame.height() / 2, NO_COLOUR);
        }
    }

    private void fill(Mask mask, int plane, int width, int height, int value) {
        BytePointer data = frame.data(plane);
        for (int y = 0; y < height; y++) {
            BytePointer line = data.getPointer((long) y * frame.linesize(plane));
            // above, at and below the line, so that no side of the polygon slips between two of them
            for (double at : new double[] {y - 0.25, y + 0.5, y + 1.25}) {
                double[] crossings = crossings(mask.corners(), at / height);
                for (int i = 0; i + 1 < crossings.length; i += 2) {
                    int from = Math.max(0, (int) Math.floor(crossings[i] * width) - 1);
                    int to = Math.min(width, (int) Math.ceil(crossings[i + 1] * width) + 1);
                    Pointer.memset(line.getPointer(from), value, to - from);
                }
            }
        }
    }

    // where the polygon's sides cross this height, from left to right
    private static double[] crossings(double[] corners, double height) {
        double[] found = new double[corners.length / 2];
        int count = 0;
        for (int i = 0; i < corners.length; i += 2) {
            int j = (i + 2) % corners.length;
            boolean above = corners[i + 1] <= height;
            if (above != corners[j + 1] <= height) {
                double share = (height - corners[i + 1]) / (corners[j + 1] - corners[i + 1]);
                found[count++] = corners[i] + share * (corners[j] - corners[i]);
            }
        }
        double[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
