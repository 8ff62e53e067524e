package org.gridsight.media.rtsp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** How a simulated camera behaves; set before it starts. */
public final class RtspManners {

    /** Digest with MD5 and qop, plain MD5, SHA-256, Basic, or nothing. */
    public String login = "";

    public String user = "operator";
    public String password = "Geh3im:&@/ 密";
    /** Bytes per write; 0 for whole packets. */
    public int chop;
    /** Writes headers in odd ways. */
    public boolean odd;
    /** Refuses to describe its stream to whoever does not name himself so. */
    public String agent = "";
    /** Answers without CSeq. */
    public boolean withoutNumbers;
    /** Raw answers by method instead of the usual ones; empty for none at all. */
    public final Map<String, String> answers = new HashMap<>();
    /** Session time-out told in SETUP, in seconds. */
    public int timeout = 60;
    /** Pictures a second; 0 for as fast as the client reads. */
    public int rate;
    /** Pictures before it falls silent; 0 for ever. */
    public int pictures = 100;
    /** Hangs up after the last picture. */
    public boolean hangsUp;
    /** Bytes between packets that belong to nothing. */
    public byte[] rubbish = new byte[0];
    /** The first interleaved channel. */
    public int channel;
    /** The track's address in the description. */
    public String control = "trackID=0";
    /** Another description than the film's own. */
    public String description = "";
    /** UDP: which packets, counted from 0, get lost. */
    public IntPredicate loses = packet -> false;
    /** UDP: where a packet goes in the order; equal places keep their order. */
    public IntUnaryOperator place = packet -> packet;

    /** UDP: how many pictures the client has; the camera is never far ahead, so that no kernel buffer overflows. */
    public IntSupplier seen = () -> Integer.MAX_VALUE;

    /** What it sends beside the pictures, before the first one; nothing when empty. */
    public volatile Supplier<byte[]> report = () -> new byte[0];

    /** AAC, one frame after each picture over TCP, with what its decoder must know; G.711 is only described while empty. */
    public List<byte[]> sound = List.of();

    /** Describes its sound and does not give it. */
    public boolean refusesSound;

    /** Promises its sound and sends none. */
    public boolean mute;

    public byte[] soundConfiguration = new byte[0];

    public long firstTimestamp = 0xffff_f000L;
}
