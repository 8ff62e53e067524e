package org.gridsight.media.gb28181;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;

/**
 * What an upper platform offers to receive (GB/T 28181 annex G).
 *
 * @param session Play, Playback or Download
 * @param place where it wants the pictures, the port 0 when it named none
 * @param weListen whether it wants to connect to us
 * @param ssrc the number all packets shall carry
 * @param span of the recording that it wants
 */
record SdpOffer(
        String session,
        Sdp.Told place,
        boolean tcp,
        boolean weListen,
        Optional<Integer> ssrc,
        Optional<StreamRequest.Span> span) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    static SdpOffer read(byte[] body) {
        String session = "";
        boolean tcp = false;
        boolean weListen = false;
        Optional<Integer> ssrc = Optional.empty();
        Optional<StreamRequest.Span> span = Optional.empty();
        for (String line : new String(body, GB18030).split("\r\n|\n|\r", 200)) {
            if (line.startsWith("s=")) {
                session = line.substring(2).strip();
            } else if (line.startsWith("m=video")) {
                tcp = line.contains("TCP/");
            } else if (line.startsWith("a=setup:")) {
                weListen = line.strip().equals("a=setup:active");
            } else if (line.startsWith("t=")) {
                span = span(line.substring(2).strip());
            } else if (line.startsWith("y=")) {
                ssrc = number(line.substring(2).strip());
            }
        }
        return new SdpOffer(session, Sdp.read(body), tcp, weListen, ssrc, span);
    }

    private static Optional<StreamRequest.Span> span(String times) {
        if (!times.matches("\\d{1,10} \\d{1,10}")) {
            return Optional.empty();
        }
        String[] both = times.split(" ", -1);
        Instant from = Instant.ofEpochSecond(Long.parseLong(both[0]));
        Instant to = Instant.ofEpochSecond(Long.parseLong(both[1]));
        return from.isBefore(to) ? Optional.of(new StreamRequest.Span(from, to)) : Optional.empty();
    }

    /** Whether it wants a recording, and says of when. */
    boolean isPlayback() {
        return session.equalsIgnoreCase("Playback") && span.isPresent();
    }

    private static Optional<Integer> number(String digits) {
        return digits.matches("\\d{1,10}") ? Optional.of((int) Long.parseLong(digits)) : Optional.empty();
    }

    private String time() {
        return span.map(told -> told.from().getEpochSecond() + " " + told.to().getEpochSecond())
                .orElse("0 0");
    }

    /** Our answer: we only send. */
    byte[] answer(SipSettings own, String channelId, int port) {
        String family = own.address().indexOf(':') >= 0 ? "IP6 " : "IP4 ";
        StringBuilder text = new StringBuilder(320);
        text.append("v=0\r\no=").append(channelId).append(" 0 0 IN ");
        text.append(family)
                .append(own.address())
                .append("\r\ns=")
                .append(isPlayback() ? "Playback" : "Play")
                .append("\r\nc=IN ")
                .append(family);
        text.append(own.address())
                .append("\r\nt=")
                .append(time())
                .append("\r\nm=video ")
                .append(port);
        text.append(tcp ? " TCP/RTP/AVP 96" : " RTP/AVP 96").append("\r\na=sendonly\r\na=rtpmap:96 PS/90000\r\n");
        if (tcp) {
            text.append(weListen ? "a=setup:passive" : "a=setup:active").append("\r\na=connection:new\r\n");
        }
        ssrc.ifPresent(number -> text.append(String.format("y=%010d\r\n", Integer.toUnsignedLong(number))));
        return text.toString().getBytes(GB18030);
    }
}
