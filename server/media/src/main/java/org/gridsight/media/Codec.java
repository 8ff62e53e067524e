package org.gridsight.media;

/** The video codings that GB/T 28181 devices and RTSP cameras send and a browser may play. */
public enum Codec {
    /** ITU-T H.264. */
    H264,
    /** ITU-T H.265; not every browser plays it. */
    H265
}
