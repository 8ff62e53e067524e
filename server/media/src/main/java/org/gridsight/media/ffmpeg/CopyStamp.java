package org.gridsight.media.ffmpeg;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * Burns into every picture who the copy is for, large across it and small below, and where and when it was taken. Drawn by
 * Java, which finds a font with the signs of the words. Lives in the child process only.
 */
final class CopyStamp implements MaskPainter.Stamp {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");
    private static final float FAINT = 0.22f;
    private static final int OPAQUE = 255;

    /** No font of this machine has the signs that are needed. */
    static final class NoFont extends IOException {

        NoFont(String words) {
            super("no font shows " + words);
        }
    }

    private final CopyOrder order;
    private final Font font;
    private @Nullable BufferedImage layer;
    private long shownSecond = Long.MIN_VALUE;
    private int @Nullable [] firstColumn;
    private int @Nullable [] endColumn;

    CopyStamp(CopyOrder order) throws NoFont {
        this.order = order;
        this.font = fontFor(order.mark() + order.place() + "0123456789-:+ ");
    }

    private static Font fontFor(String words) throws NoFont {
        Font usual = new Font(Font.SANS_SERIF, Font.BOLD, 12);
        if (usual.canDisplayUpTo(words) < 0) {
            return usual;
        }
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .filter(known -> known.canDisplayUpTo(words) < 0)
                .findFirst()
                .orElseThrow(() -> new NoFont(words));
    }

    @Override
    public void paint(AVFrame frame) {
        Instant taken = order.at(Math.max(0, frame.pts()) / 90);
        BufferedImage known = layer;
        if (known == null || known.getWidth() != frame.width() || known.getHeight() != frame.height()) {
            known = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_ARGB);
            layer = known;
            shownSecond = Long.MIN_VALUE;
        }
        if (taken.getEpochSecond() != shownSecond) {
            shownSecond = taken.getEpochSecond();
            draw(known, order.place() + "  " + CLOCK.format(taken.atZone(order.zone())));
        }
        blend(frame, known);
    }

    private void draw(BufferedImage image, String clock) {
        int width = image.getWidth();
        int height = image.getHeight();
        Graphics2D pen = image.createGraphics();
        pen.setComposite(AlphaComposite.Clear);
        pen.fillRect(0, 0, width, height);
        pen.setComposite(AlphaComposite.SrcOver);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        float small = Math.max(10, height / 30f);
        write(pen, clock, fitting(pen, clock, small, width), small * 0.6f, small * 1.5f);
        write(pen, order.mark(), fitting(pen, order.mark(), small, width), small * 0.6f, height - small * 0.7f);
        // large and faint across the middle, so that cutting the edges off does not help
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, FAINT));
        pen.rotate(-Math.atan2(height, width) / 2, width / 2.0, height / 2.0);
        Font large = fitting(pen, order.mark(), height / 10f, width);
        double length =
                large.getStringBounds(order.mark(), pen.getFontRenderContext()).getWidth();
        write(pen, order.mark(), large, (float) (width - length) / 2, height / 2f);
        pen.dispose();
        measure(image);
    }

    private Font fitting(Graphics2D pen, String words, float size, int width) {
        Font wanted = font.deriveFont(size);
        double length =
                wanted.getStringBounds(words, pen.getFontRenderContext()).getWidth();
        double room = width * 0.94;
        return length <= room ? wanted : wanted.deriveFont((float) (size * room / length));
    }

    private static void write(Graphics2D pen, String words, Font size, float x, float y) {
        Shape outline =
                size.createGlyphVector(pen.getFontRenderContext(), words).getOutline(x, y);
        pen.setColor(Color.BLACK);
        pen.setStroke(new BasicStroke(Math.max(2f, size.getSize2D() / 8)));
        pen.draw(outline);
        pen.setColor(Color.WHITE);
        pen.fill(outline);
    }

    /** Remembers for each line where something is drawn: most of a picture is left alone. */
    private void measure(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[] first = new int[height];
        int[] end = new int[height];
        for (int y = 0; y < height; y++) {
            int from = 0;
            int to = width;
            while (from < to && pixels[y * width + from] >>> 24 == 0) {
                from++;
            }
            while (to > from && pixels[y * width + to - 1] >>> 24 == 0) {
                to--;
            }
            first[y] = from;
            end[y] = to;
        }
        firstColumn = first;
        endColumn = end;
    }

    // black and white only: the colours beneath stay
    private void blend(AVFrame frame, BufferedImage image) {
        int[] first = firstColumn;
        int[] end = endColumn;
        if (first == null || end == null) {
            return;
        }
        int width = image.getWidth();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        BytePointer luma = frame.data(0);
        byte[] line = new byte[width];
        for (int y = 0; y < image.getHeight(); y++) {
            int count = end[y] - first[y];
            if (count <= 0) {
                continue;
            }
            BytePointer at = luma.getPointer((long) y * frame.linesize(0) + first[y]);
            at.get(line, 0, count);
            for (int x = 0; x < count; x++) {
                int pixel = pixels[y * width + first[y] + x];
                int alpha = pixel >>> 24;
                if (alpha != 0) {
                    int value = ((line[x] & 0xff) * (OPAQUE - alpha) + (pixel & 0xff) * alpha) / OPAQUE;
                    line[x] = (byte) value;
                }
            }
            at.put(line, 0, count);
        }
    }
}
