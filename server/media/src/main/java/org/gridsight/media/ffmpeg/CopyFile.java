package org.gridsight.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.gridsight.media.Codec;
import org.gridsight.media.NalUnits;
import org.jspecify.annotations.Nullable;

/** An ordinary MP4 with its index in front, so that every player and every messenger takes it. In the child process only. */
final class CopyFile implements AutoCloseable {

    private static final int CLOCK = 90_000;
    private static final int USUAL_STEP = CLOCK / 25;

    private final Path path;
    private final AVPacket packet = av_packet_alloc();
    private @Nullable AVFormatContext output;
    private int width;
    private int height;
    private long first;
    private long last = -1;

    CopyFile(Path path) {
        this.path = path;
    }

    /** Of the pictures that follow. */
    void size(int pictureWidth, int pictureHeight) {
        width = pictureWidth;
        height = pictureHeight;
    }

    /** @param bytes with start codes, the first one with its parameter sets */
    void picture(long time90k, byte[] bytes) throws IOException {
        AVFormatContext file = output;
        if (file == null) {
            file = open(parameterSets(bytes));
            output = file;
        }
        if (last < 0) {
            first = time90k;
        }
        long time = Math.max(last + 1, time90k - first);
        // the muxer asks for it of the last picture only, which would be dropped without
        long step = last < 0 ? USUAL_STEP : time - last;
        last = time;
        if (av_new_packet(packet, bytes.length) != 0) {
            throw new NoCodec("no memory for a picture");
        }
        packet.data().put(bytes, 0, bytes.length);
        packet.stream_index(0);
        packet.pts(time).dts(time).duration(step);
        packet.flags(isKey(bytes) ? AV_PKT_FLAG_KEY : 0);
        AVStream stream = file.streams(0);
        av_packet_rescale_ts(packet, av_make_q(1, CLOCK), stream.time_base());
        int written = av_interleaved_write_frame(file, packet);
        av_packet_unref(packet);
        if (written < 0) {
            throw new IOException("the copy cannot be written");
        }
    }

    /** Writes the index; without a picture there is no file. */
    void finish() throws IOException {
        AVFormatContext file = output;
        if (file != null && av_write_trailer(file) < 0) {
            throw new IOException("the copy cannot be ended");
        }
    }

    private AVFormatContext open(byte[] sets) throws IOException {
        AVFormatContext file = new AVFormatContext(null);
        if (avformat_alloc_output_context2(file, (AVOutputFormat) null, "mp4", path.toString()) < 0) {
            throw new IOException("FFmpeg writes no MP4");
        }
        AVStream stream = avformat_new_stream(file, null);
        stream.time_base().num(1).den(CLOCK);
        AVCodecParameters parameters = stream.codecpar();
        parameters.codec_type(AVMEDIA_TYPE_VIDEO).codec_id(AV_CODEC_ID_H264).format(AV_PIX_FMT_YUV420P);
        parameters.width(width).height(height);
        BytePointer extra = new BytePointer(av_mallocz((long) sets.length + AV_INPUT_BUFFER_PADDING_SIZE));
        extra.put(sets, 0, sets.length);
        parameters.extradata(extra).extradata_size(sets.length);
        AVIOContext io = new AVIOContext(null);
        if (avio_open(io, path.toString(), AVIO_FLAG_WRITE) < 0) {
            throw new IOException("the copy cannot be opened for writing");
        }
        file.pb(io);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "movflags", "+faststart", 0);
        int begun = avformat_write_header(file, options);
        av_dict_free(options);
        if (begun < 0) {
            throw new IOException("the copy cannot be begun");
        }
        return file;
    }

    private static byte[] parameterSets(byte[] bytes) {
        ByteArrayOutputStream sets = new ByteArrayOutputStream();
        eachUnit(bytes, (from, to) -> {
            if (NalUnits.isParameterSet(Codec.H264, NalUnits.type(Codec.H264, bytes[from]))) {
                sets.writeBytes(new byte[] {0, 0, 0, 1});
                sets.write(bytes, from, to - from);
            }
        });
        return sets.toByteArray();
    }

    private static boolean isKey(byte[] bytes) {
        boolean[] key = new boolean[1];
        eachUnit(
                bytes, (from, to) -> key[0] |= NalUnits.isKeySlice(Codec.H264, NalUnits.type(Codec.H264, bytes[from])));
        return key[0];
    }

    private interface Unit {
        void at(int from, int to);
    }

    private static void eachUnit(byte[] bytes, Unit unit) {
        int start = NalUnits.nextStartCode(bytes, 0, bytes.length);
        while (start >= 0) {
            int from = start + 3;
            int next = NalUnits.nextStartCode(bytes, from, bytes.length);
            int to = NalUnits.trimmedEnd(bytes, from, next < 0 ? bytes.length : next);
            if (to > from) {
                unit.at(from, to);
            }
            start = next;
        }
    }

    @Override
    public void close() {
        AVFormatContext file = output;
        if (file != null) {
            avio_closep(file.pb());
            avformat_free_context(file);
        }
        av_packet_free(packet);
    }
}
