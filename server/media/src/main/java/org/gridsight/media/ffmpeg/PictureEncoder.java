package org.gridsight.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * OpenH264 for pictures of one size, without delay: baseline profile, no reordering, a key picture every two seconds. Lives
 * in the child process only.
 */
final class PictureEncoder implements AutoCloseable {

    private static final int CLOCK = 90_000;
    private static final long KEY_EVERY = 2L * CLOCK;
    private static final int PICTURES_A_SECOND = 25;
    private static final int MOST_BETWEEN_KEYS = 250;
    // about 2.5 Mbit/s for 1920 x 1080
    private static final double BITS_PER_PIXEL = 1.2;
    private static final int LEAST_BITS = 400_000;

    private final AVCodecContext context;
    private final AVPacket packet = av_packet_alloc();
    private final int width;
    private final int height;
    private long lastKey = Long.MIN_VALUE;
    private long last = Long.MIN_VALUE;

    PictureEncoder(AVFrame first) throws NoCodec {
        width = first.width();
        height = first.height();
        AVCodec codec = avcodec_find_encoder_by_name("libopenh264");
        if (codec == null) {
            throw new NoCodec("this FFmpeg has no OpenH264");
        }
        context = avcodec_alloc_context3(codec);
        context.width(width).height(height).pix_fmt(AV_PIX_FMT_YUV420P).thread_count(1);
        context.time_base().num(1).den(CLOCK);
        context.framerate().num(PICTURES_A_SECOND).den(1);
        context.bit_rate(Math.max(LEAST_BITS, Math.round(BITS_PER_PIXEL * width * height)));
        context.gop_size(MOST_BETWEEN_KEYS).max_b_frames(0);
        context.color_range(first.color_range());
        if (avcodec_open2(context, codec, (AVDictionary) null) != 0) {
            close();
            throw new NoCodec("OpenH264 does not open for " + width + " x " + height);
        }
    }

    boolean fits(AVFrame frame) {
        return frame.width() == width && frame.height() == height;
    }

    void encode(AVFrame frame, MaskPainter.Output output) throws IOException {
        long time = frame.pts() == AV_NOPTS_VALUE ? last + CLOCK / PICTURES_A_SECOND : frame.pts();
        // the camera's clock may jump back; the encoder's may not
        boolean jumped = lastKey == Long.MIN_VALUE || time <= last;
        boolean key = jumped || time - lastKey >= KEY_EVERY;
        lastKey = key ? time : lastKey;
        last = time;
        frame.pts(time);
        frame.format(AV_PIX_FMT_YUV420P);
        frame.pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        int sent = avcodec_send_frame(context, frame);
        while (sent == 0 && avcodec_receive_packet(context, packet) == 0) {
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            long shown = packet.pts();
            av_packet_unref(packet);
            output.picture(shown, bytes);
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
