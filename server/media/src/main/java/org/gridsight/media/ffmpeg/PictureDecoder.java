package org.gridsight.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.gridsight.media.AnnexB;
import org.gridsight.media.Codec;
import org.gridsight.media.VideoFormat;
import org.jspecify.annotations.Nullable;

/** FFmpeg's decoder for one stream; a picture it cannot read is passed over. Lives in the child process only. */
final class PictureDecoder implements AutoCloseable {

    private static final long MOST_PIXELS = 8192L * 4608;

    /** Takes a decoded picture, for the moment of the call. */
    @FunctionalInterface
    interface Frames {
        void frame(AVFrame frame) throws IOException;
    }

    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private @Nullable AVCodecContext context;
    private List<byte[]> sets = List.of();

    void open(VideoFormat format) throws NoCodec {
        closeContext();
        AVCodec codec = avcodec_find_decoder(format.codec() == Codec.H264 ? AV_CODEC_ID_H264 : AV_CODEC_ID_HEVC);
        AVCodecContext opened = avcodec_alloc_context3(codec);
        context = opened;
        // more threads would hold pictures back
        opened.thread_count(1);
        opened.max_pixels(MOST_PIXELS);
        if (avcodec_open2(opened, codec, (AVDictionary) null) != 0) {
            throw new NoCodec("FFmpeg does not open its decoder");
        }
        sets = format.sets();
    }

    /** Answers what can be shown by now, none or several. */
    void decode(long time90k, byte[] sample, Frames frames) throws IOException {
        AVCodecContext opened = context;
        if (opened == null || !fill(sample)) {
            return;
        }
        packet.pts(time90k);
        packet.dts(AV_NOPTS_VALUE);
        int sent = avcodec_send_packet(opened, packet);
        av_packet_unref(packet);
        while (sent == 0 && avcodec_receive_frame(opened, frame) == 0) {
            try {
                frame.pts(frame.best_effort_timestamp());
                frames.frame(frame);
            } finally {
                av_frame_unref(frame);
            }
        }
    }

    // the parameter sets once before the first picture. False: its lengths do not add up
    private boolean fill(byte[] sample) throws NoCodec {
        Optional<byte[]> stream = AnnexB.of(sets, sample);
        if (stream.isEmpty()) {
            return false;
        }
        byte[] bytes = stream.get();
        if (av_new_packet(packet, bytes.length) != 0) {
            throw new NoCodec("no memory for a picture");
        }
        packet.data().put(bytes, 0, bytes.length);
        sets = List.of();
        return true;
    }

    private void closeContext() {
        AVCodecContext opened = context;
        context = null;
        if (opened != null) {
            avcodec_free_context(opened);
        }
    }

    @Override
    public void close() {
        closeContext();
        av_packet_free(packet);
        av_frame_free(frame);
    }
}
