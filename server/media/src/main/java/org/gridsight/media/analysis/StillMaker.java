package org.gridsight.media.analysis;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.gridsight.media.AnnexB;
import org.gridsight.media.Codec;

/** FFmpeg's decoder, scaler and JPEG encoder around one key picture. Lives in the child process only. */
final class StillMaker {

    private static final int MOST_PIXELS = 8192 * 4608;
    // AV_FRAME_FLAG_CORRUPT
    private static final int CORRUPT = 1;
    // of FFmpeg's scale 2 (best) to 31
    private static final int JPEG_QUALITY = 4;

    /** The picture could not be decoded; the next one may. */
    static final class Undecodable extends Exception {

        Undecodable(String message) {
            super(message);
        }
    }

    /** Loads the natives, which takes up to a second. */
    StillMaker() {
        av_log_set_level(AV_LOG_QUIET);
    }

    Still make(StillRequest request) throws Undecodable {
        AVFrame decoded = decode(request);
        try {
            if (decoded.decode_error_flags() != 0 || (decoded.flags() & CORRUPT) != 0) {
                throw new Undecodable("a part of the picture is missing");
            }
            int pixels = Math.multiplyExact(decoded.width(), decoded.height());
            if (pixels <= 0 || pixels > MOST_PIXELS) {
                throw new Undecodable("a picture of " + pixels + " pixels");
            }
            return still(request, decoded);
        } finally {
            av_frame_free(decoded);
        }
    }

    private static Still still(StillRequest request, AVFrame decoded) throws Undecodable {
        int width = request.width() == 0 ? decoded.width() : Math.min(request.width(), decoded.width());
        AVFrame scaled = scale(decoded, Math.max(2, width & ~1), AV_PIX_FMT_YUVJ420P);
        try {
            request.masks().forEach(mask -> new MaskBrush(scaled).fill(mask));
            byte[] jpeg = encode(scaled);
            return new Still(scaled.width(), scaled.height(), jpeg, plane(request, decoded));
        } finally {
            av_frame_free(scaled);
        }
    }

    private static LumaPlane plane(StillRequest request, AVFrame decoded) throws Undecodable {
        if (request.planeWidth() == 0) {
            return new LumaPlane(1, 1, new byte[1]);
        }
        AVFrame grey = scale(decoded, Math.min(request.planeWidth(), decoded.width()), AV_PIX_FMT_GRAY8);
        try {
            byte[] pixels = new byte[grey.width() * grey.height()];
            BytePointer data = grey.data(0);
            for (int y = 0; y < grey.height(); y++) {
                data.position((long) y * grey.linesize(0)).get(pixels, y * grey.width(), grey.width());
            }
            return new LumaPlane(grey.width(), grey.height(), pixels);
        } finally {
            av_frame_free(grey);
        }
    }

    private static AVFrame decode(StillRequest request) throws Undecodable {
        AVCodec codec =
                avcodec_find_decoder(request.format().codec() == Codec.H264 ? AV_CODEC_ID_H264 : AV_CODEC_ID_HEVC);
        AVCodecContext context = avcodec_alloc_context3(codec);
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        boolean done = false;
        try {
            context.thread_count(1);
            fill(packet, request);
            done = avcodec_open2(context, codec, (AVDictionary) null) == 0
                    && avcodec_send_packet(context, packet) == 0
                    && avcodec_send_packet(context, null) == 0
                    && avcodec_receive_frame(context, frame) == 0;
            if (!done) {
                throw new Undecodable("the decoder makes no picture of it");
            }
            return frame;
        } finally {
            if (!done) {
                av_frame_free(frame);
            }
            av_packet_free(packet);
            avcodec_free_context(context);
        }
    }

    private static void fill(AVPacket packet, StillRequest request) throws Undecodable {
        byte[] stream = AnnexB.of(request.format().sets(), request.sample())
                .orElseThrow(() -> new Undecodable("a NAL unit is longer than its picture"));
        if (av_new_packet(packet, stream.length) != 0) {
            throw new Undecodable("no memory for the picture");
        }
        packet.data().put(stream, 0, stream.length);
    }

    private static AVFrame scale(AVFrame from, int width, int format) throws Undecodable {
        int height = Math.max(2, (int) Math.round((double) width * from.height() / from.width()) & ~1);
        AVFrame to = av_frame_alloc();
        to.width(width).height(height).format(format);
        to.color_range(AVCOL_RANGE_JPEG);
        SwsContext scaler = sws_getContext(
                from.width(), from.height(), from.format(), width, height, format, SWS_AREA, null, null, (DoublePointer)
                        null);
        try {
            if (scaler == null || av_frame_get_buffer(to, 0) != 0 || sws_scale_frame(scaler, to, from) < 0) {
                av_frame_free(to);
                throw new Undecodable("the picture cannot be scaled");
            }
            return to;
        } finally {
            sws_freeContext(scaler);
        }
    }

    private static byte[] encode(AVFrame frame) throws Undecodable {
        AVCodec codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
        AVCodecContext context = avcodec_alloc_context3(codec);
        AVPacket packet = av_packet_alloc();
        try {
            context.width(frame.width())
                    .height(frame.height())
                    .pix_fmt(AV_PIX_FMT_YUVJ420P)
                    .thread_count(1);
            context.time_base().num(1).den(25);
            context.color_range(AVCOL_RANGE_JPEG);
            context.flags(context.flags() | AV_CODEC_FLAG_QSCALE);
            context.global_quality(FF_QP2LAMBDA * JPEG_QUALITY);
            frame.quality(FF_QP2LAMBDA * JPEG_QUALITY);
            frame.pts(0);
            boolean done = avcodec_open2(context, codec, (AVDictionary) null) == 0
                    && avcodec_send_frame(context, frame) == 0
                    && avcodec_receive_packet(context, packet) == 0;
            if (!done) {
                throw new Undecodable("the still cannot be encoded");
            }
            byte[] jpeg = new byte[packet.size()];
            packet.data().get(jpeg);
            return jpeg;
        } finally {
            av_packet_free(packet);
            avcodec_free_context(context);
        }
    }
}
