package org.gridsight.media.gb28181;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.gridsight.media.Await;
import org.junit.jupiter.api.Test;

/** Thousands of strangers sign in with wrong digests at once: nothing is kept of them, and good devices are served. */
class RegisterStormTest {

    private static final int STRANGERS = 4_000;
    private static final String GOOD = "34020000001320000001";
    private static final String INVENTED = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void keepsNothingOfStrangersAndServesTheOthers() throws IOException {
        try (Station station = new Station();
                SimDevice good = new SimDevice(GOOD, station.port, true);
                SimDevice storm = new SimDevice("34020000001320000002", station.port, false)) {
            assertThat(good.register(Station.PASSWORD, 3_600)).isEqualTo(200);
            String ours = nonce(storm);
            for (int i = 0; i < STRANGERS; i++) {
                String id = "3402000000132%07d".formatted(i + 100);
                storm.sendRaw(attempt(storm, id, i % 2 == 0 ? ours : INVENTED)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            served(good);
            Await.until("some of the strangers were refused", () -> station.faults("gb-register-refused") > 0);
            try (SimDevice late = new SimDevice("34020000001320000003", station.port, true)) {
                assertThat(late.register(Station.PASSWORD, 3_600)).isEqualTo(200);
                served(late);
            }
            assertThat(station.sip.devices())
                    .extracting(Device::id)
                    .containsExactlyInAnyOrder(GOOD, "34020000001320000003");
            assertThat(station.faults("sip-bug")).isZero();
        }
    }

    private static String nonce(SimDevice device) {
        device.send(device.registerText("", 3_600));
        Await.until("a challenge", () -> !device.heard.isEmpty());
        return device.heard.get(0).header("WWW-Authenticate").replaceAll(".*nonce=\"([^\"]*)\".*", "$1");
    }

    /** A sign-in of somebody else with a digest over a wrong password. */
    private static String attempt(SimDevice wire, String id, String nonce) {
        return wire.request("REGISTER", "sip:" + SimDevice.STATION + '@' + SimDevice.DOMAIN, "storm-" + id, id)
                + "Contact: <sip:" + id + "@192.168.1.64:5060>\r\nAuthorization: "
                + wire.authorizationFor(nonce, "falsch") + "\r\nExpires: 3600\r\nContent-Length: 0\r\n\r\n";
    }

    /** In a storm a device may have to say it again, as real ones do. */
    private static void served(SimDevice device) {
        int before = answers(device);
        Await.until("a keepalive is answered", () -> {
            device.send(device.request("MESSAGE", "sip:" + SimDevice.STATION + "@x", "k" + System.nanoTime(), device.id)
                    + "Content-Length: 0\r\n\r\n");
            return answers(device) > before;
        });
    }

    private static int answers(SimDevice device) {
        return (int) device.heard.stream()
                .filter(message -> !message.isRequest()
                        && message.status() == 200
                        && message.header("CSeq").endsWith("MESSAGE"))
                .count();
    }
}
