package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridsight.app.testing.LiveSocket;
import org.gridsight.media.Await;
import org.gridsight.media.gb28181.Channel;
import org.gridsight.media.gb28181.SimDevice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Channels that come and go while their device tells of them over real sockets, and what open maps hear of it. */
abstract class LeavingChannelsContract extends CameraTown {

    private static final String DEVICE = "34020000001180000081";
    private static final String STAYS = "34020000001320000081";
    private static final String GOES = "34020000001320000082";
    private static final String PASSWORD = "Common-Word-8";

    @Autowired
    private GbStation station;

    @Autowired
    private SipOptions options;

    @Autowired
    private StatusNews news;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private ChannelTable channels;

    private int sip;

    @BeforeEach
    void openThePort() throws IOException {
        station.destroy();
        for (int tries = 0; tries < 20 && !station.station().on(); tries++) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                sip = free.getLocalPort();
            }
            station.begin(new SipOptions(
                    sip, SimDevice.STATION, SimDevice.DOMAIN, PASSWORD, "127.0.0.1", "127.0.0.1", options.rtpPorts()));
        }
        assertThat(station.station().on()).isTrue();
    }

    @AfterEach
    void closeThePort() {
        station.destroy();
    }

    private static String item(String id, String more) {
        return "<Item><DeviceID>" + id + "</DeviceID>" + more + "</Item>";
    }

    private static String told(String id) {
        return item(id, "<Name>村口</Name><Status>ON</Status><Longitude>117.91</Longitude><Latitude>35.81</Latitude>");
    }

    private static String text(String root, int sum, String... items) {
        return "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<" + root
                + "><CmdType>Catalog</CmdType><SN>1</SN><DeviceID>" + DEVICE + "</DeviceID><SumNum>" + sum
                + "</SumNum><DeviceList Num=\"" + items.length + "\">" + String.join("", items) + "</DeviceList></"
                + root + ">";
    }

    private static void notice(SimDevice device, String id, String event) {
        byte[] body =
                text("Notify", 1, item(id, "<Event>" + event + "</Event>")).getBytes(StandardCharsets.UTF_8);
        assertThat(device.ask("NOTIFY", body, "Event: Catalog\r\nSubscription-State: active;expires=3600\r\n"))
                .isEqualTo(200);
    }

    private void await(String id, String status, boolean listed) {
        Await.until(id + " " + status + ", listed " + listed, () -> {
            JsonNode found = duty.get("/api/cameras?id=" + id).json().path("features");
            JsonNode properties = found.path(0).path("properties");
            return properties.path("status").asString("").equals(status) && properties.has("unlistedAt") != listed;
        });
    }

    private static Channel odd(String id) {
        return new Channel(id, "奇名通道", "", "", "", true, true, 0, 0, Optional.empty());
    }

    @Test
    void areCamerasOfTheirOwnHoweverOddTheirNamesAre() {
        // the two have the same hash code in Java
        catalogue.take(DEVICE, List.of(odd("#Aa"), odd("#BB"), odd("#".repeat(64))), true);
        List<String> ids = Stream.of("#Aa", "#BB", "#".repeat(64))
                .map(id -> channels.cameraOf(DEVICE, id).orElseThrow())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9_-]{1,64}"));
        assertThat(jdbc.sql("select count(*) from cameras.camera where camera_id in (:ids)")
                        .param("ids", ids)
                        .query(Long.class)
                        .single())
                .isEqualTo(3);

        // as an older version has named one: it stays that camera
        channels.put(new ChannelTable.Link(ids.get(0), DEVICE, "#Ab"), true);
        catalogue.take(DEVICE, List.of(odd("#Ab")), true);
        assertThat(channels.cameraOf(DEVICE, "#Ab")).contains(ids.get(0));
    }

    @Test
    void areKeptAsCamerasThatTheirDeviceNoLongerLists() throws IOException {
        try (SimDevice device = new SimDevice(DEVICE, sip, true)) {
            assertThat(device.register(PASSWORD, 3600)).isEqualTo(200);
            device.awaitAsked(1, "MESSAGE", "<CmdType>Catalog</CmdType>");
            device.message(text("Response", 2, told(STAYS), told(GOES)));
            await(STAYS, "ONLINE", true);
            await(GOES, "ONLINE", true);

            notice(device, GOES, "DEL");
            await(GOES, "OFFLINE", false);
            notice(device, STAYS, "VLOST");
            await(STAYS, "OFFLINE", true);
            notice(device, GOES, "ON");
            await(GOES, "ONLINE", true);
            assertThat(duty.get("/api/cameras?id=" + GOES).text()).contains("村口");

            // back after a while with a whole list that lacks one
            assertThat(device.register(PASSWORD, 0)).isEqualTo(200);
            assertThat(device.register(PASSWORD, 3600)).isEqualTo(200);
            device.awaitAsked(2, "MESSAGE", "<CmdType>Catalog</CmdType>");
            device.message(text("Response", 1, told(STAYS)));
            await(GOES, "OFFLINE", false);
            await(STAYS, "ONLINE", true);
        }
        List<String> records = jdbc.sql("select details from audit.record where subject = ? and action = ?")
                .params("device/" + DEVICE, "camera.catalogue")
                .query(String.class)
                .list();
        assertThat(records).anyMatch(details -> details.contains("gone") && details.contains(GOES));
    }

    @Test
    void openMapsHearOfNewMovedAndChangedCameras() throws IOException {
        try (LiveSocket map = duty.live();
                SimDevice device = new SimDevice(DEVICE, sip, true)) {
            map.send(Map.of("op", "subscribe", "streams", List.of(), "cameras", true));
            map.awaitOp("subscribed");
            assertThat(device.register(PASSWORD, 3600)).isEqualTo(200);
            device.awaitAsked(1, "MESSAGE", "<CmdType>Catalog</CmdType>");
            device.message(text("Response", 1, told(STAYS)));
            await(STAYS, "ONLINE", true);
            long version = duty.get("/api/cameras?id=" + STAYS)
                    .json()
                    .path("features")
                    .path(0)
                    .path("properties")
                    .path("version")
                    .asLong();
            awaitTold(map, "[\"" + STAYS + "\",\"ONLINE\"," + version + ",117.91,35.81]");

            device.message("<?xml version=\"1.0\"?><Notify><CmdType>MobilePosition</CmdType><SN>3</SN><DeviceID>"
                    + STAYS + "</DeviceID><Longitude>117.93</Longitude><Latitude>35.81</Latitude></Notify>");
            awaitTold(map, "[\"" + STAYS + "\",\"ONLINE\"," + version + ",117.93,35.81]");

            video.patch("/api/cameras/" + STAYS, Map.of("version", version, "heading", 10))
                    .expect(200);
            awaitTold(map, "[\"" + STAYS + "\",\"ONLINE\"," + (version + 1) + ",117.93,35.81]");
        }
    }

    private void awaitTold(LiveSocket map, String item) {
        // what the clockwork does every few seconds
        Await.until(item, () -> {
            news.tell();
            return map.frames().stream()
                    .anyMatch(frame -> frame.path("items").toString().contains(item));
        });
    }
}
