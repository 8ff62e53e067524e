package org.gridsight.media.gb28181;

import gov.nist.javax.sip.message.SIPMessage;
import java.text.ParseException;
import java.util.List;
import org.gridsight.media.fuzz.FuzzTarget;

/** The texts of GB/T 28181: SIP itself, SDP and the XML inside. */
public final class SipFuzz {

    private static final int MOST_TEXT = 70_000;
    private static final String ID = "34020000001320000001";

    private SipFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(
                FuzzTarget.ofTexts("sip-text", sipTexts(), SipFuzz::sip),
                FuzzTarget.ofTexts(
                        "gb-sdp",
                        List.of(
                                "v=0\r\no=x 0 0 IN IP4 10.0.0.1\r\nc=IN IP4 10.0.0.1\r\nm=video 30000 TCP/RTP/AVP 96\r\n"
                                        + "a=setup:passive\r\ny=0100000001\r\nf=v/2/4///a///\r\n"),
                        SipFuzz::sdp),
                FuzzTarget.ofTexts("gb-xml", xmlTexts(), SipFuzz::xml));
    }

    private static List<String> sipTexts() {
        String head = "Via: SIP/2.0/UDP 192.168.1.64:5060;rport;branch=z9hG4bK1\r\nFrom: <sip:" + ID
                + "@3402000000>;tag=1\r\nTo: <sip:34020000002000000001@3402000000>\r\nCall-ID: a@b\r\n";
        return List.of(
                "REGISTER sip:34020000002000000001@3402000000 SIP/2.0\r\n" + head
                        + "CSeq: 1 REGISTER\r\nContact: <sip:" + ID + "@192.168.1.64:5060>\r\nMax-Forwards: 70\r\n"
                        + "Authorization: Digest username=\"" + ID + "\", realm=\"3402000000\", nonce=\"0a\","
                        + " uri=\"sip:x@y\", response=\"00\", algorithm=MD5\r\nExpires: 3600\r\nX-GB-Ver: 3.0\r\n"
                        + "Content-Length: 0\r\n\r\n",
                "MESSAGE sip:34020000002000000001@3402000000 SIP/2.0\r\n" + head
                        + "CSeq: 2 MESSAGE\r\nContent-Type: Application/MANSCDP+xml\r\nContent-Length: 4\r\n\r\n<a/>",
                "SIP/2.0 200 OK\r\n" + head + "CSeq: 3 INVITE\r\nContact: <sip:1@2>\r\nSubject: a:b,c:d\r\n"
                        + "WWW-Authenticate: Digest realm=\"x\",nonce=\"y\",qop=\"auth\"\r\nContent-Length: 0\r\n\r\n");
    }

    private static List<String> xmlTexts() {
        return List.of(
                "<?xml version=\"1.0\" encoding=\"GB2312\"?><Response><CmdType>Catalog</CmdType><SN>1</SN><DeviceID>"
                        + ID
                        + "</DeviceID><SumNum>2</SumNum><DeviceList Num=\"2\"><Item><DeviceID>" + ID
                        + "</DeviceID><Name>村口"
                        + "</Name><Parental>0</Parental><Status>ON</Status><Longitude>117.9</Longitude><Latitude>35.8"
                        + "</Latitude><Info><PTZType>1</PTZType></Info></Item></DeviceList></Response>",
                "<Notify><CmdType>Alarm</CmdType><SN>2</SN><DeviceID>" + ID
                        + "</DeviceID><AlarmPriority>1</AlarmPriority>"
                        + "<AlarmMethod>2</AlarmMethod><AlarmTime>2026-03-05T14:00:00</AlarmTime><Info><AlarmType>2"
                        + "</AlarmType></Info></Notify>",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">"
                        + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                        + "<Notify><CmdType>&d;&e;</CmdType><![CDATA[x]]><!-- y --></Notify>");
    }

    /** What the stack does with a datagram before it hands it to us. */
    private static void sip(byte[] bytes) {
        Faults faults = new Faults();
        try {
            SIPMessage message = OwnSipStack.parser(faults).parseSIPMessage(bytes, true, false, null);
            if (message != null) {
                SipText.isId(String.valueOf(message.getFromHeader()));
            }
        } catch (ParseException refused) {
            FuzzTarget.require(
                    faults.snapshot().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()
                            > 0,
                    "counted");
        }
    }

    private static void sdp(byte[] bytes) {
        Sdp.Told told = Sdp.read(bytes);
        FuzzTarget.require(told.port() >= 0 && told.port() < 65_536, "a port");
        told.host().ifPresent(host -> FuzzTarget.require(host.length() < 64, "a host is an address"));
    }

    private static void xml(byte[] bytes) {
        new ManscdpReader().read(bytes).ifPresent(root -> {
            FuzzTarget.require(root.text("CmdType").length() < MOST_TEXT, "no entity has grown");
            root.child("DeviceList")
                    .map(Element::children)
                    .orElse(List.of())
                    .forEach(item -> ChannelReader.read(item)
                            .ifPresent(channel -> FuzzTarget.require(SipText.isId(channel.id()), "an id")));
            root.number("SumNum", -1);
            DevicePoint.parse(root.text("Longitude"), root.text("Latitude"));
        });
    }
}
