package org.gridsight.media.gb28181;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What an upper platform offers to receive (GB/T 28181 annex G).
 *
 * @param session Play, Playback or Download
 * @param place where it wants the pictures, the port 0 when it named none
 * @param weListen whether it wants to connect to us
 * @param ssrc the number all packets shall carry
 */
record SdpOffer(String session, Sdp.Told place, boolean tcp, boolean weListen, Optional<Integer> ssrc) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    static SdpOffer read(byte[] body) {
        String session = "";
        boolean tcp = false;
        boolean weListen = false;
        Optional<Integer> ssrc = Optional.empty();
        for (String line : new String(body, GB18030).split("\r\n|\n|\r", 200)) {
            if (line.startsWith("s=")) {
                session = line.substring(2).strip();
            } else if (line.startsWith("m=video")) {
                tcp = line.contains("TCP/");
            } else if (line.startsWith("a=setup:")) {
                weListen = line.strip().equals("a=setup:active");
            } else if (line.startsWith("y=")) {
                ssrc = number(line.substring(2).strip());
            }
        }
        return new SdpOffer(session, Sdp.read(body), tcp, weListen, ssrc);
    }

    private static Optional<Integer> number(String digits) {
        return digits.matches("\\d{1,10}") ? Optional.of((int) Long.parseLong(digits)) : Optional.empty();
    }

    /** Our answer: we only send. */
    byte[] answer(SipSettings own, String channelId, int port) {
        String family = own.address().indexOf(':') >= 0 ? "IP6 " : "IP4 ";
        StringBuilder text = new StringBuilder(320);
        text.append("v=0\r\no=").append(channelId).append(" 0 0 IN ");
        text.append(family).append(own.address()).append("\r\ns=Play\r\nc=IN ").append(family);
        text.append(own.address()).append("\r\nt=0 0\r\nm=video ").append(port);
        text.append(tcp ? " TCP/RTP/AVP 96" : " RTP/AVP 96").append("\r\na=sendonly\r\na=rtpmap:96 PS/90000\r\n");
        if (tcp) {
            text.append(weListen ? "a=setup:passive" : "a=setup:active").append("\r\na=connection:new\r\n");
        }
        ssrc.ifPresent(number -> text.append(String.format("y=%010d\r\n", Integer.toUnsignedLong(number))));
        return text.toString().getBytes(GB18030);
    }
}
