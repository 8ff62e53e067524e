package org.gridsight.app.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.Role;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Town;
import org.gridsight.media.gb28181.Channel;
import org.gridsight.media.gb28181.Device;
import org.gridsight.media.gb28181.DevicePoint;
import org.gridsight.media.gb28181.DevicePosition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the catalogues of GB/T 28181 devices become, on every database. */
abstract class DevicesContract extends CameraTown {

    private static final String DEVICE = "34020000001180000001";
    private static final String CHANNEL = "34020000001320000001";
    private static final Instant THEN = Instant.parse("2026-03-05T06:00:00Z");

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private GbStation station;

    private static Channel channel(String id, boolean online, Optional<DevicePoint> point) {
        return new Channel(id, "村口枪机", DEVICE, "990001101", "maker", true, online, 1, 1, point);
    }

    private static Device device(boolean online) {
        return new Device(DEVICE, online, "2.0", false, THEN, THEN, "maker", "model", "1.0");
    }

    private JsonNode camera(String id) {
        for (JsonNode feature : duty.get("/api/cameras").expect(200).json().path("features")) {
            if (feature.path("id").asString().equals(id)) {
                return feature;
            }
        }
        throw new AssertionError("no camera " + id);
    }

    @Test
    void becomeCamerasAtThePositionTheyTell() {
        Channel placed = channel(CHANNEL, true, Optional.of(new DevicePoint(117.91, 35.81)));
        Channel nowhere = channel("34020000001320000002", false, Optional.empty());
        Channel far = channel("34020000001320000003", true, Optional.of(new DevicePoint(120, 30)));
        Channel odd = channel("kanal 4/ä", true, Optional.empty());
        Channel folder = new Channel(DEVICE, "目录", "", "", "", false, true, 0, 0, Optional.empty());
        catalogue.take(DEVICE, List.of(placed, nowhere, far, odd, folder), true);
        catalogue.take(DEVICE, List.of(placed, nowhere, far, odd, folder), true);

        JsonNode seen = camera(CHANNEL);
        assertThat(seen.path("geometry").path("coordinates").get(0).asDouble()).isEqualTo(117.91);
        assertThat(seen.path("properties").path("gridCode").asString()).isEqualTo(Town.CODE + "201001");
        assertThat(seen.path("properties").path("status").asString()).isEqualTo("ONLINE");
        assertThat(seen.path("properties").path("source").asString()).isEqualTo("gb28181");
        assertThat(seen.path("properties").path("kind").asString()).isEqualTo("PTZ");
        assertThat(seen.path("properties").path("heading").asDouble()).isEqualTo(90);
        assertThat(camera("34020000001320000002").path("geometry").isNull()).isTrue();
        assertThat(camera("34020000001320000002")
                        .path("properties")
                        .path("status")
                        .asString())
                .isEqualTo("OFFLINE");
        assertThat(camera("34020000001320000003")
                        .path("properties")
                        .path("gridCode")
                        .asString())
                .isEqualTo(Town.CODE);
        assertThat(duty.get("/api/cameras").json().path("features").size()).isEqualTo(4);
    }

    @Test
    void standWhereTheirDatumSaysUntilAPersonPlacesThem() {
        Channel told = channel(CHANNEL, true, Optional.of(new DevicePoint(117.91, 35.81)));
        catalogue.take(DEVICE, List.of(told), true);
        long version = camera(CHANNEL).path("properties").path("version").asLong();
        video.patch("/api/cameras/" + CHANNEL, Map.of("version", version, "datum", "GCJ02"))
                .expect(200);
        catalogue.take(DEVICE, List.of(told), true);
        assertThat(camera(CHANNEL).path("geometry").path("coordinates").get(0).asDouble())
                .isBetween(117.90, 117.906);

        long now = camera(CHANNEL).path("properties").path("version").asLong();
        Map<String, Object> place = Map.of("type", "Point", "coordinates", List.of(117.93, 35.83));
        video.patch("/api/cameras/" + CHANNEL, Map.of("version", now, "location", place))
                .expect(200);
        catalogue.take(DEVICE, List.of(told), true);
        catalogue.move(new DevicePosition(DEVICE, CHANNEL, "", new DevicePoint(117.92, 35.81)));
        assertThat(camera(CHANNEL).path("geometry").path("coordinates").get(0).asDouble())
                .isEqualTo(117.93);
    }

    @Test
    void moveWithTheDeviceThatCarriesThem() {
        catalogue.take(DEVICE, List.of(channel(CHANNEL, true, Optional.of(new DevicePoint(117.91, 35.81)))), true);
        // told of the channel, then of the device that has only this one
        catalogue.move(new DevicePosition(DEVICE, CHANNEL, "", new DevicePoint(117.93, 35.81)));
        assertThat(camera(CHANNEL).path("geometry").path("coordinates").get(0).asDouble())
                .isEqualTo(117.93);
        assertThat(camera(CHANNEL).path("properties").path("gridCode").asString())
                .isEqualTo(Town.CODE + "201002");
        catalogue.move(new DevicePosition(DEVICE, DEVICE, "", new DevicePoint(117.91, 35.83)));
        assertThat(camera(CHANNEL).path("properties").path("gridCode").asString())
                .isEqualTo(Town.CODE + "202001");
        // of several nobody knows which one is meant
        catalogue.take(DEVICE, List.of(channel("34020000001320000002", true, Optional.empty())), true);
        catalogue.move(new DevicePosition(DEVICE, DEVICE, "", new DevicePoint(117.93, 35.83)));
        assertThat(camera(CHANNEL).path("geometry").path("coordinates").get(0).asDouble())
                .isEqualTo(117.91);
    }

    @Test
    void leaveAnOpenFormAloneWhileTheyMoveComeAndGo() {
        Channel told = channel(CHANNEL, true, Optional.of(new DevicePoint(117.91, 35.81)));
        catalogue.take(DEVICE, List.of(told), true);
        long version = camera(CHANNEL).path("properties").path("version").asLong();
        catalogue.move(new DevicePosition(DEVICE, CHANNEL, "", new DevicePoint(117.93, 35.81)));
        catalogue.take(DEVICE, List.of(channel(CHANNEL, false, Optional.of(new DevicePoint(117.92, 35.81)))), true);
        JsonNode moved = camera(CHANNEL);
        assertThat(moved.path("geometry").path("coordinates").get(0).asDouble()).isEqualTo(117.92);
        assertThat(moved.path("properties").path("status").asString()).isEqualTo("OFFLINE");
        assertThat(moved.path("properties").path("version").asLong()).isEqualTo(version);
        // what a person writes is another version each time, also when it is another place alone
        Map<String, Object> here = Map.of("type", "Point", "coordinates", List.of(117.93, 35.83));
        Map<String, Object> there = Map.of("type", "Point", "coordinates", List.of(117.92, 35.83));
        JsonNode first = video.patch("/api/cameras/" + CHANNEL, Map.of("version", version, "location", here))
                .expect(200)
                .json();
        long next = first.path("version").asLong();
        assertThat(next).isGreaterThan(version);
        JsonNode second = video.patch("/api/cameras/" + CHANNEL, Map.of("version", next, "location", there))
                .expect(200)
                .json();
        assertThat(second.path("version").asLong()).isGreaterThan(next);
        video.patch("/api/cameras/" + CHANNEL, Map.of("version", next, "location", here))
                .expect(409);
    }

    @Test
    void areNotTakenAwayByAListThatIsNotWhole() {
        String second = "34020000001320000002";
        Channel one = channel(CHANNEL, true, Optional.empty());
        Channel two = channel(second, true, Optional.empty());
        station.channels(DEVICE, List.of(one, two), true);
        station.channels(DEVICE, List.of(one), false);
        assertThat(camera(second).path("properties").has("unlistedAt")).isFalse();
        station.channels(DEVICE, List.of(one), true);
        assertThat(camera(second).path("properties").path("unlistedAt").isString())
                .isTrue();
        assertThat(camera(CHANNEL).path("properties").has("unlistedAt")).isFalse();
        // another device's channels are nobody else's to take away
        station.channels("34020000001180000002", List.of(), true);
        assertThat(camera(CHANNEL).path("properties").has("unlistedAt")).isFalse();
        // its device coming back does not bring back what it no longer has
        station.registered(device(true));
        assertThat(camera(second).path("properties").path("status").asString()).isEqualTo("OFFLINE");
        station.channels(DEVICE, List.of(one, two), true);
        assertThat(camera(second).path("properties").has("unlistedAt")).isFalse();
        assertThat(camera(second).path("properties").path("name").asString()).isEqualTo("村口枪机");
    }

    @Test
    void areFoundByTheirIdsWithinTheArea() {
        String second = "34020000001320000002";
        Channel inSouth = channel(CHANNEL, true, Optional.of(new DevicePoint(117.91, 35.81)));
        Channel inNorth = channel(second, true, Optional.of(new DevicePoint(117.91, 35.83)));
        catalogue.take(DEVICE, List.of(inSouth, inNorth), true);
        String both = "/api/cameras?id=" + CHANNEL + "," + second + ",nobody";
        assertThat(duty.get(both).expect(200).json().path("features")).hasSize(2);
        assertThat(duty.get("/api/cameras?id=" + second).json().path("features"))
                .hasSize(1);
        Client south = person(Role.DISPATCHER, Town.CODE + "201");
        assertThat(south.get(both).expect(200).json().path("features")).hasSize(1);
    }

    @Test
    void keepTwoDevicesWithTheSameChannelIdApart() {
        String other = "34020000001180000002";
        catalogue.take(DEVICE, List.of(channel(CHANNEL, true, Optional.empty())), true);
        catalogue.take(other, List.of(channel(CHANNEL, true, Optional.empty())), true);
        assertThat(camera(CHANNEL)).isNotNull();
        assertThat(camera(other + "_" + CHANNEL)).isNotNull();
    }

    @Test
    void followTheirDeviceOnlineAndOffline() {
        catalogue.take(
                DEVICE,
                List.of(
                        channel(CHANNEL, true, Optional.empty()),
                        channel("34020000001320000002", false, Optional.empty())),
                true);
        station.offline(device(false));
        assertThat(camera(CHANNEL).path("properties").path("status").asString()).isEqualTo("OFFLINE");
        station.registered(device(true));
        assertThat(camera(CHANNEL).path("properties").path("status").asString()).isEqualTo("ONLINE");
        assertThat(camera("34020000001320000002")
                        .path("properties")
                        .path("status")
                        .asString())
                .isEqualTo("OFFLINE");
    }

    @Test
    void turnOnlyForATicketAndWithinBounds() {
        catalogue.take(DEVICE, List.of(channel(CHANNEL, true, Optional.empty())), true);
        String path = "/api/cameras/" + CHANNEL + "/ptz";
        Map<String, Object> wild = new HashMap<>(Map.of("pan", 2, "zoom", -3, "seconds", 9));
        // rights first
        assertThat(duty.post(path, wild).expect(403).json().path("code").asString())
                .isEqualTo("camera.ticket-required");
        wild.put("ticket", ticket(video, CHANNEL));
        assertThat(duty.post(path, wild).expect(403).json().path("code").asString())
                .isEqualTo("camera.ticket-refused");
        wild.put("ticket", ticket(duty, CHANNEL));
        assertThat(faulty(duty.post(path, wild))).containsExactlyInAnyOrder("pan", "zoom", "seconds");
        Client.Reply foreign = duty.post(path, Map.of("ticket", ticket(video, CHANNEL), "pan", 1));
        assertThat(foreign.expect(403).json().path("code").asString()).isEqualTo("camera.ticket-refused");
        // SIP is off in this product, so nobody has signed in
        Client.Reply vain = duty.post(path, Map.of("ticket", ticket(duty, CHANNEL), "pan", 1));
        assertThat(vain.expect(409).json().path("code").asString()).isEqualTo("camera.not-signed-in");
        String rtsp = enter(camera());
        Client.Reply fixed = duty.post("/api/cameras/" + rtsp + "/ptz", Map.of("ticket", ticket(duty, rtsp), "pan", 1));
        assertThat(fixed.expect(409).json().path("code").asString()).isEqualTo("camera.not-turnable");
        assertThat(person(Role.SCREEN, Town.CODE).post(path, Map.of()).status()).isEqualTo(403);
    }
}
