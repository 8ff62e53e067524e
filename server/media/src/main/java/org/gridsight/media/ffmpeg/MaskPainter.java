package org.gridsight.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.io.IOException;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.analysis.Mask;
import org.gridsight.media.analysis.MaskBrush;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a camera's pictures, paints the masks and encodes the result. Nothing reaches the encoder unpainted. Lives in the
 * child process only.
 */
final class MaskPainter implements AutoCloseable {

    /** Wider pictures are made smaller: encoding them would take more than a core. */
    static final int WIDEST = 1920;

    /** Takes what was encoded. */
    @FunctionalInterface
    interface Output {
        void picture(long time90k, byte[] bytes) throws IOException;
    }

    /** What else is painted, over the masks. */
    @FunctionalInterface
    interface Stamp {
        void paint(AVFrame frame) throws IOException;
    }

    // AV_FRAME_FLAG_CORRUPT
    private static final int CORRUPT = 1;

    private final List<Mask> masks;
    private final Stamp stamp;
    private final Output output;
    private final PictureDecoder decoder = new PictureDecoder();
    private @Nullable PictureEncoder encoder;
    private @Nullable SwsContext scaler;
    private boolean late;

    MaskPainter(List<Mask> masks, Output output) {
        this(masks, frame -> {}, output);
    }

    MaskPainter(List<Mask> masks, Stamp stamp, Output output) {
        this.masks = masks;
        this.stamp = stamp;
        this.output = output;
    }

    void format(VideoFormat format) throws NoCodec {
        decoder.open(format);
    }

    /** @param late decoded for those that follow, not shown */
    void picture(long time90k, boolean tooLate, byte[] sample) throws IOException {
        late = tooLate;
        decoder.decode(time90k, sample, this::decoded);
    }

    /** Paints and encodes one picture that somebody has decoded; one that the decoder had to make up in part is left out. */
    void decoded(AVFrame frame) throws IOException {
        boolean madeUp = frame.decode_error_flags() != 0 || (frame.flags() & CORRUPT) != 0;
        if (late || madeUp || frame.width() < 2 || frame.height() < 2) {
            return;
        }
        if (isPlain(frame)) {
            if (av_frame_make_writable(frame) < 0) {
                throw new NoCodec("no memory for a picture");
            }
            show(frame);
        } else {
            AVFrame plain = plain(frame);
            try {
                show(plain);
            } finally {
                av_frame_free(plain);
            }
        }
    }

    private void show(AVFrame frame) throws IOException {
        MaskBrush brush = new MaskBrush(frame);
        masks.forEach(brush::fill);
        stamp.paint(frame);
        PictureEncoder current = encoder;
        if (current == null || !current.fits(frame)) {
            if (current != null) {
                current.close();
            }
            current = new PictureEncoder(frame);
            encoder = current;
        }
        current.encode(frame, output);
    }

    private static boolean isPlain(AVFrame frame) {
        boolean even = frame.width() % 2 == 0 && frame.height() % 2 == 0;
        return even
                && frame.width() <= WIDEST
                && (frame.format() == AV_PIX_FMT_YUV420P || frame.format() == AV_PIX_FMT_YUVJ420P);
    }

    // even, 4:2:0 with 8 bits, and no wider than allowed
    private AVFrame plain(AVFrame from) throws NoCodec {
        int width = Math.min(from.width(), WIDEST) & ~1;
        int height = Math.max(2, (int) Math.round((double) width * from.height() / from.width()) & ~1);
        AVFrame to = av_frame_alloc();
        to.width(width).height(height).format(AV_PIX_FMT_YUV420P);
        to.pts(from.pts());
        scaler = sws_getCachedContext(
                scaler,
                from.width(),
                from.height(),
                from.format(),
                width,
                height,
                AV_PIX_FMT_YUV420P,
                SWS_FAST_BILINEAR,
                null,
                null,
                (DoublePointer) null);
        if (scaler == null || av_frame_get_buffer(to, 0) != 0 || sws_scale_frame(scaler, to, from) < 0) {
            av_frame_free(to);
            throw new NoCodec("a picture cannot be scaled");
        }
        return to;
    }

    @Override
    public void close() {
        decoder.close();
        if (encoder != null) {
            encoder.close();
        }
        if (scaler != null) {
            sws_freeContext(scaler);
        }
    }
}
