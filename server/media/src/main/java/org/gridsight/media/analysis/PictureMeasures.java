package org.gridsight.media.analysis;

import java.util.Arrays;

/**
 * What can be measured in one grey plane of about 160 x 90 pixels.
 *
 * @param mean brightness, 0..255
 * @param bright brightness that one pixel in a hundred exceeds
 * @param flatShare share of the 16 x 9 fields whose brightness hardly varies (standard deviation below 4)
 * @param sharpness the Laplacian that one pixel in two hundred exceeds: how hard the hardest edges are
 */
public record PictureMeasures(double mean, int bright, double flatShare, int sharpness) {

    private static final int FIELDS_X = 16;
    private static final int FIELDS_Y = 9;
    private static final double FLAT = 4;

    static PictureMeasures of(LumaPlane plane) {
        int[] histogram = new int[256];
        long sum = 0;
        for (byte pixel : plane.pixels()) {
            histogram[pixel & 0xff]++;
            sum += pixel & 0xff;
        }
        int count = plane.pixels().length;
        return new PictureMeasures(
                (double) sum / count, exceededBy(histogram, count / 100), flatShare(plane), sharpness(plane));
    }

    private static int exceededBy(int[] histogram, int pixels) {
        int above = 0;
        int value = histogram.length - 1;
        while (value > 0 && above + histogram[value] <= pixels) {
            above += histogram[value--];
        }
        return value;
    }

    private static double flatShare(LumaPlane plane) {
        int flat = 0;
        for (int fy = 0; fy < FIELDS_Y; fy++) {
            for (int fx = 0; fx < FIELDS_X; fx++) {
                flat += deviation(plane, fx, fy) < FLAT ? 1 : 0;
            }
        }
        return (double) flat / (FIELDS_X * FIELDS_Y);
    }

    private static double deviation(LumaPlane plane, int fx, int fy) {
        int toX = (fx + 1) * plane.width() / FIELDS_X;
        int toY = (fy + 1) * plane.height() / FIELDS_Y;
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = fy * plane.height() / FIELDS_Y; y < toY; y++) {
            for (int x = fx * plane.width() / FIELDS_X; x < toX; x++) {
                int value = plane.at(x, y);
                sum += value;
                squares += (double) value * value;
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        return count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean * mean));
    }

    private static int sharpness(LumaPlane plane) {
        int[] histogram = new int[1021];
        for (int y = 1; y < plane.height() - 1; y++) {
            for (int x = 1; x < plane.width() - 1; x++) {
                int around = plane.at(x - 1, y) + plane.at(x + 1, y) + plane.at(x, y - 1) + plane.at(x, y + 1);
                histogram[Math.abs(4 * plane.at(x, y) - around)]++;
            }
        }
        return exceededBy(histogram, Arrays.stream(histogram).sum() / 200);
    }
}
