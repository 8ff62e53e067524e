package org.gridsight.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.gridsight.media.Codec;
import org.gridsight.media.MediaFault;
import org.gridsight.media.StreamStep;
import org.jspecify.annotations.Nullable;

/** FFmpeg's RTSP client over TCP, and nothing else of its protocols. Lives in the child process only. */
final class RtspDemuxer {

    private static final int CLOCK = 90_000;
    private static final long MOST_BYTES = 8 << 20;

    private final DataOutputStream out;

    RtspDemuxer(DataOutputStream out) {
        this.out = out;
    }

    static String url(int port, String pathAndQuery, String user, String password) {
        String login = user.isEmpty() && password.isEmpty() ? "" : encoded(user) + ':' + encoded(password) + '@';
        return "rtsp://" + login + "127.0.0.1:" + port + pathAndQuery;
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Reads until the stream ends; answers why. */
    MediaFault run(String url) throws IOException {
        AVFormatContext context = avformat_alloc_context();
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "rtsp_transport", "tcp", 0);
        av_dict_set(options, "protocol_whitelist", "tcp,rtp", 0);
        av_dict_set(options, "allowed_media_types", "video", 0);
        av_dict_set(options, "timeout", "8000000", 0);
        av_dict_set(options, "fflags", "nobuffer", 0);
        int opened = avformat_open_input(context, url, av_find_input_format("rtsp"), options);
        av_dict_free(options);
        if (opened < 0) {
            return failure("ffmpeg-refused", opened);
        }
        ChildWire.writeStep(out, StreamStep.ANSWERED);
        try {
            return read(context);
        } finally {
            avformat_close_input(context);
        }
    }

    private MediaFault read(AVFormatContext context) throws IOException {
        AVPacket packet = av_packet_alloc();
        @Nullable AVStream chosen = null;
        try {
            while (true) {
                int got = av_read_frame(context, packet);
                if (got < 0) {
                    return failure("ffmpeg-ended", got);
                }
                AVStream stream = context.streams(packet.stream_index());
                if (chosen == null && codec(stream) != null) {
                    ChildWire.writeStep(out, StreamStep.FIRST_PACKET);
                    chosen = stream;
                }
                if (chosen != null && stream.index() == chosen.index()) {
                    tell(stream, packet);
                }
                av_packet_unref(packet);
            }
        } finally {
            av_packet_free(packet);
        }
    }

    private static @Nullable Codec codec(AVStream stream) {
        int id = stream.codecpar().codec_id();
        if (id == AV_CODEC_ID_H264) {
            return Codec.H264;
        }
        return id == AV_CODEC_ID_HEVC ? Codec.H265 : null;
    }

    private void tell(AVStream stream, AVPacket packet) throws IOException {
        Codec codec = codec(stream);
        if (codec == null || packet.size() > MOST_BYTES) {
            return;
        }
        byte[] head = key(packet) ? extra(stream) : new byte[0];
        byte[] bytes = new byte[head.length + packet.size()];
        System.arraycopy(head, 0, bytes, 0, head.length);
        packet.data().get(bytes, head.length, packet.size());
        long time = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
        long units = time == AV_NOPTS_VALUE
                ? System.nanoTime() / 100_000 * 9
                : av_rescale_q(time, stream.time_base(), new AVRational().num(1).den(CLOCK));
        ChildWire.writePicture(out, codec, units, bytes);
    }

    private static boolean key(AVPacket packet) {
        return (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    }

    // the parameter sets of the description, with start codes, for cameras that do not repeat them
    private static byte[] extra(AVStream stream) {
        BytePointer extra = stream.codecpar().extradata();
        int length = stream.codecpar().extradata_size();
        boolean startCode = extra != null && length > 4 && extra.get(0) == 0 && extra.get(1) == 0;
        if (!startCode) {
            return new byte[0];
        }
        byte[] bytes = new byte[length];
        extra.get(bytes);
        return bytes;
    }

    private static MediaFault failure(String code, int error) {
        byte[] words = new byte[128];
        av_strerror(error, words, words.length);
        int end = 0;
        while (end < words.length && words[end] != 0) {
            end++;
        }
        return new MediaFault(code, "FFmpeg: " + new String(words, 0, end, StandardCharsets.UTF_8));
    }
}
