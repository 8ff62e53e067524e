package org.gridsight.media;

/**
 * What the bytes of H.264 and H.265 NAL units say on their face (ITU-T H.264 table 7-1, H.265 table 7-1): types, start codes,
 * where pictures begin. Works on arrays in place and copies nothing.
 */
public final class NalUnits {

    public static final int H264_IDR = 5;
    public static final int H264_SPS = 7;
    public static final int H264_PPS = 8;
    public static final int H265_VPS = 32;
    public static final int H265_SPS = 33;
    public static final int H265_PPS = 34;

    private static final int H264_SEI = 6;
    private static final int H264_DELIMITER = 9;
    private static final int H265_FIRST_IRAP = 16;
    private static final int H265_LAST_IRAP = 23;
    private static final int H265_DELIMITER = 35;
    private static final int H265_PREFIX_SEI = 39;
    private static final int H265_SUFFIX_SEI = 40;

    private NalUnits() {}

    /** The type in the first byte of a NAL unit's header. */
    public static int type(Codec codec, int firstByte) {
        return codec == Codec.H264 ? firstByte & 0x1f : firstByte >> 1 & 0x3f;
    }

    /** Bytes of the header: 1 or 2. */
    public static int headerLength(Codec codec) {
        return codec == Codec.H264 ? 1 : 2;
    }

    /** Whether it carries a piece of a picture. */
    public static boolean isSlice(Codec codec, int type) {
        return codec == Codec.H264 ? type >= 1 && type <= H264_IDR : type <= 9 || isKeySlice(codec, type);
    }

    /** Whether it belongs to a picture at which a decoder can begin: IDR, or in H.265 any random access picture. */
    public static boolean isKeySlice(Codec codec, int type) {
        return codec == Codec.H264 ? type == H264_IDR : type >= H265_FIRST_IRAP && type <= H265_LAST_IRAP;
    }

    /** Whether it is a VPS, SPS or PPS. */
    public static boolean isParameterSet(Codec codec, int type) {
        return codec == Codec.H264 ? type == H264_SPS || type == H264_PPS : type >= H265_VPS && type <= H265_PPS;
    }

    /** Whether a sample of an MP4 file holds it: slices and SEI. Delimiters, fillers and extensions are left out. */
    public static boolean isKept(Codec codec, int type) {
        return isSlice(codec, type)
                || (codec == Codec.H264 ? type == H264_SEI : type == H265_PREFIX_SEI || type == H265_SUFFIX_SEI);
    }

    /**
     * Whether a NAL unit that comes after slices begins the next picture: a delimiter, a parameter set, an SEI before slices,
     * or the first slice of a picture.
     */
    public static boolean beginsPicture(Codec codec, byte[] data, int from, int to) {
        int type = type(codec, data[from]);
        if (isSlice(codec, type)) {
            // first_mb_in_slice is 0, or first_slice_segment_in_pic_flag is 1: in both cases one set bit
            int slice = from + headerLength(codec);
            return slice < to && (data[slice] & 0x80) != 0;
        }
        return isParameterSet(codec, type)
                || (codec == Codec.H264
                        ? type == H264_SEI || type == H264_DELIMITER
                        : type == H265_DELIMITER || type == H265_PREFIX_SEI);
    }

    /** Where the next 00 00 01 begins, at or after {@code from}, wholly before {@code to}; or -1. */
    public static int nextStartCode(byte[] data, int from, int to) {
        int i = from + 2;
        while (i < to) {
            int third = data[i];
            if (third > 1 || third < 0) {
                // no start code can end at, or go across, this byte
                i += 3;
            } else if (third == 0) {
                i++;
            } else if (data[i - 1] == 0 && data[i - 2] == 0) {
                return i - 2;
            } else {
                i += 3;
            }
        }
        return -1;
    }

    /** The end of a NAL unit without the zeros that Annex B allows behind it. */
    public static int trimmedEnd(byte[] data, int from, int to) {
        int end = to;
        while (end > from && data[end - 1] == 0) {
            end--;
        }
        return end;
    }
}
