package org.gridsight.media.gb28181;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.gridsight.media.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken texts from seeded generators: counted, and the station goes on. */
class SipFuzzTest {

    private static final String ID = "34020000001320000001";
    private static final String CATALOGUE =
            "<?xml version=\"1.0\"?><Response><CmdType>Catalog</CmdType><SN>1</SN><DeviceID>" + ID
                    + "</DeviceID><SumNum>1</SumNum><DeviceList Num=\"1\"><Item><DeviceID>34020000001320000009</DeviceID>"
                    + "<Name>村口</Name><Longitude>120.1</Longitude></Item></DeviceList></Response>";

    private static byte[] damaged(byte[] text, Random random) {
        byte[] own = text.clone();
        for (int hits = 1 + random.nextInt(8); hits > 0; hits--) {
            own[random.nextInt(own.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(own, 1 + random.nextInt(own.length)) : own;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesOnAfterBrokenTexts(boolean tcp) throws IOException {
        Random random = new Random(42);
        try (Station station = new Station();
                SimDevice healthy = new SimDevice(ID, station.port, false)) {
            assertThat(healthy.register(Station.PASSWORD, 3600)).isEqualTo(200);
            for (int i = 0; i < 300; i += 20) {
                // a broken text may cost its sender the connection
                try (SimDevice rogue = new SimDevice("34020000001320000002", station.port, tcp)) {
                    for (int j = 0; j < 20 && !rogue.isCut(); j++) {
                        rogue.sendRaw(damaged(text(rogue, random), random));
                    }
                }
            }
            assertThat(healthy.keepalive()).isEqualTo(200);
            assertThat(station.faults("sip-bug")).isZero();
            assertThat(station.sip.devices()).hasSize(1);
        }
    }

    private static byte[] text(SimDevice rogue, Random random) {
        if (random.nextBoolean()) {
            return rogue.registerText("", 3600).getBytes(StandardCharsets.UTF_8);
        }
        return (rogue.request("MESSAGE", "sip:" + SimDevice.STATION + "@x", "fuzz", rogue.id) + "Content-Length: "
                        + CATALOGUE.length() + "\r\n\r\n" + CATALOGUE)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Each of these took a thread of the stack for ever, and the memory with it (found by Jazzer). */
    @ParameterizedTest
    @ValueSource(strings = {"Via: ", "v: ", "VIA\t: SIP/2.0/UDP\r\n ", "via:"})
    void goesOnAfterAnOpenCommentInVia(String via) throws IOException {
        try (Station station = new Station();
                SimDevice device = new SimDevice(ID, station.port, false)) {
            assertThat(device.register(Station.PASSWORD, 3600)).isEqualTo(200);
            long before = station.faults("sip-malformed");
            for (int i = 0; i < 4; i++) {
                device.send(
                        "MESSAGE sip:x@y SIP/2.0\r\n" + via + "SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1 (open \\)\r\n\r\n");
            }
            Await.until("all four are counted", () -> station.faults("sip-malformed") >= before + 4);
            assertThat(device.keepalive()).isEqualTo(200);
        }
    }

    @Test
    void countsBrokenXmlOfASignedInDevice() throws IOException {
        Random random = new Random(43);
        try (Station station = new Station();
                SimDevice device = new SimDevice(ID, station.port, false)) {
            assertThat(device.register(Station.PASSWORD, 3600)).isEqualTo(200);
            for (int i = 0; i < 150; i++) {
                assertThat(device.message(damaged(CATALOGUE.getBytes(StandardCharsets.UTF_8), random)))
                        .isEqualTo(200);
            }
            Await.until("counted", () -> station.faults("gb-bad-xml") > 0);
            assertThat(station.faults("sip-bug")).isZero();
        }
    }

    @Test
    void readsNoEntityAndNoDocumentType() {
        ManscdpReader reader = new ManscdpReader();
        String attack =
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Notify><CmdType>&x;"
                        + "</CmdType></Notify>";
        // the ampersand is mended, the document type passed over: the entity stays a word
        assertThat(reader.read(attack.getBytes(StandardCharsets.UTF_8))
                        .map(root -> root.text("CmdType"))
                        .orElse("&x;"))
                .isEqualTo("&x;");
        String deep = "<a>".repeat(5_000);
        assertThat(reader.read(deep.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(reader.read(new byte[2 << 20])).isEmpty();
        assertThat(reader.read(new byte[0])).isEmpty();
    }

    @Test
    void readsAnyAnswerToAnInvite() {
        Random random = new Random(44);
        byte[] sdp = "v=0\r\no=x 0 0 IN IP4 10.0.0.1\r\nc=IN IP4 10.0.0.1\r\nm=video 30000 TCP/RTP/AVP 96\r\ny=1\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        assertThat(Sdp.read(sdp).port()).isEqualTo(30_000);
        assertThat(Sdp.read(sdp).host()).contains("10.0.0.1");
        for (int i = 0; i < 3_000; i++) {
            assertThat(Sdp.read(damaged(sdp, random)).port()).isBetween(0, 65_535);
        }
    }
}
