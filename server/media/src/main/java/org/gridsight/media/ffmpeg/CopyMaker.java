package org.gridsight.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a recording of ours picture by picture, paints masks and marks, and writes an ordinary MP4 of H.264. A picture that
 * cannot be read is passed over. Lives in the child process only.
 */
final class CopyMaker implements AutoCloseable {

    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final CopyOrder order;
    private final CopyFile copy;
    private final MaskPainter painter;
    private @Nullable AVFormatContext input;
    private @Nullable AVCodecContext decoder;
    private int pictures;

    CopyMaker(CopyOrder order) throws CopyStamp.NoFont {
        this.order = order;
        this.copy = new CopyFile(order.to());
        CopyStamp stamp = new CopyStamp(order);
        this.painter = new MaskPainter(
                order.masks(),
                picture -> {
                    copy.size(picture.width(), picture.height());
                    stamp.paint(picture);
                },
                copy::picture);
    }

    /** Answers how many pictures the copy has. */
    int make() throws IOException {
        AVFormatContext opened = new AVFormatContext(null);
        if (avformat_open_input(opened, order.from().toString(), null, (AVDictionary) null) < 0) {
            throw new IOException("the recording does not open");
        }
        input = opened;
        if (avformat_find_stream_info(opened, (AVDictionary) null) < 0) {
            throw new IOException("the recording holds no stream");
        }
        int index = av_find_best_stream(opened, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        if (index < 0) {
            throw new IOException("the recording holds no pictures");
        }
        AVStream stream = opened.streams(index);
        AVCodecContext context = open(stream);
        while (av_read_frame(opened, packet) >= 0) {
            boolean ours = packet.stream_index() == index;
            int sent = ours ? avcodec_send_packet(context, packet) : -1;
            av_packet_unref(packet);
            if (sent == 0) {
                takeFrames(context, stream);
            }
        }
        // what the decoder still holds back
        if (avcodec_send_packet(context, null) == 0) {
            takeFrames(context, stream);
        }
        copy.finish();
        return pictures;
    }

    private AVCodecContext open(AVStream stream) throws NoCodec {
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        AVCodecContext context = avcodec_alloc_context3(codec);
        decoder = context;
        if (codec == null
                || avcodec_parameters_to_context(context, stream.codecpar()) < 0
                || avcodec_open2(context, codec, (AVDictionary) null) != 0) {
            throw new NoCodec("FFmpeg does not open its decoder");
        }
        return context;
    }

    private void takeFrames(AVCodecContext context, AVStream stream) throws IOException {
        while (avcodec_receive_frame(context, frame) == 0) {
            long time = frame.best_effort_timestamp();
            long seconds = 90_000L * stream.time_base().num();
            frame.pts(
                    time == AV_NOPTS_VALUE
                            ? AV_NOPTS_VALUE
                            : time * seconds / stream.time_base().den());
            painter.decoded(frame);
            av_frame_unref(frame);
            pictures++;
        }
    }

    @Override
    public void close() {
        painter.close();
        copy.close();
        if (decoder != null) {
            avcodec_free_context(decoder);
        }
        if (input != null) {
            avformat_close_input(input);
        }
        av_packet_free(packet);
        av_frame_free(frame);
    }
}
