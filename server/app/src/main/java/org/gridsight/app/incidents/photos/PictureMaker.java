package org.gridsight.app.incidents.photos;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gridsight.app.kernel.Rejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes a picture anew: upright, at most so large, as JPEG, with nothing in it that its camera had written beside the
 * pixels. One at a time, reading every n-th pixel of large ones, so that memory stays bounded.
 */
@Component
class PictureMaker {

    private static final Logger log = LoggerFactory.getLogger(PictureMaker.class);
    private static final float QUALITY = 0.85f;

    /** A picture and its small copy as files. */
    record Made(byte[] large, byte[] small, int width, int height) {}

    private final PhotoSettings settings;
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    PictureMaker(PhotoSettings settings) {
        this.settings = settings;
    }

    /** @throws Rejected when these bytes are no picture that may be opened */
    Made make(byte[] bytes) {
        PictureHead head = PictureHead.read(bytes, settings.maxMegapixels());
        oneAtATime.lock();
        try {
            BufferedImage large = upright(decode(bytes, head), head.turn(), settings.longestSide());
            BufferedImage small = upright(large, 1, PhotoFolder.SMALL);
            return new Made(encode(large), encode(small), large.getWidth(), large.getHeight());
        } catch (IOException | RuntimeException damaged) {
            if (damaged instanceof Rejected refusal) {
                throw refusal;
            }
            log.info("a picture could not be opened: {}", damaged.toString());
            throw new Rejected(PhotoReason.UNREADABLE);
        } finally {
            oneAtATime.unlock();
        }
    }

    private BufferedImage decode(byte[] bytes, PictureHead head) throws IOException {
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(head.format().name()).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            // metadata are not looked at: they may be packed
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            PictureHead.requireSize(width, height, settings.maxMegapixels());
            ImageReadParam wish = reader.getDefaultReadParam();
            int every = Math.max(1, Math.max(width, height) / settings.longestSide());
            wish.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, wish);
        } finally {
            reader.dispose();
        }
    }

    /** On white, never enlarged; halved step by step, so that nothing flickers. */
    private static BufferedImage upright(BufferedImage stored, int turn, int longestSide) {
        BufferedImage picture = stored;
        while (Math.max(picture.getWidth(), picture.getHeight()) >= 2 * longestSide) {
            picture = drawn(picture, 1, 0.5);
        }
        double scale = Math.min(1, (double) longestSide / Math.max(picture.getWidth(), picture.getHeight()));
        return drawn(picture, turn, scale);
    }

    private static BufferedImage drawn(BufferedImage picture, int turn, double scale) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        boolean side = Turned.onItsSide(turn);
        BufferedImage target =
                new BufferedImage(side ? height : width, side ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = target.createGraphics();
        try {
            brush.setColor(Color.WHITE);
            brush.fillRect(0, 0, target.getWidth(), target.getHeight());
            brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform way = Turned.upright(turn, width, height);
            way.scale((double) width / picture.getWidth(), (double) height / picture.getHeight());
            brush.drawImage(picture, way, null);
        } finally {
            brush.dispose();
        }
        return target;
    }

    private static byte[] encode(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam wish = writer.getDefaultWriteParam();
            wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wish.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), wish);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
