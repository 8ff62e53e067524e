package org.gridsight.media.gb28181;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.gridsight.media.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a signed-in device tells and is told, over real sockets. */
class MessagesTest {

    private static final String ID = "34020000001180000001";

    private final Station station;
    private final SimDevice device;

    MessagesTest() throws IOException {
        station = new Station();
        device = new SimDevice(ID, station.port, false);
        assertThat(device.register(Station.PASSWORD, 3600)).isEqualTo(200);
        device.awaitRequest("MESSAGE", "<CmdType>Catalog</CmdType>");
    }

    @AfterEach
    void close() {
        device.close();
        station.close();
    }

    private static String item(String id, String name, String more) {
        return "<Item><DeviceID>" + id + "</DeviceID><Name>" + name + "</Name>" + more + "</Item>";
    }

    private static String catalogue(int sum, String... items) {
        return "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Response><CmdType>Catalog</CmdType><SN>1</SN><DeviceID>"
                + ID
                + "</DeviceID><SumNum>" + sum + "</SumNum><DeviceList Num=\"" + items.length + "\">"
                + String.join("", items) + "</DeviceList></Response>";
    }

    private static String channelId(int number) {
        return String.format("3402000000132%07d", number);
    }

    private void awaitTold(String what) {
        Await.until(what, () -> station.told.contains(what));
    }

    @Test
    void readsACatalogueOfSeveralMessagesInTheDevicesOwnCharset() {
        device.message(catalogue(
                3,
                item(
                        channelId(1),
                        "村口 & 桥头",
                        "<Status>ON</Status><Longitude>120.1</Longitude><Latitude>30.2</Latitude>"),
                item(channelId(2), "广场", "<Status>OFF</Status><Longitude>0</Longitude><Latitude>0.0</Latitude>")));
        device.message(catalogue(3, item("340200", "某镇", "")).getBytes(StandardCharsets.UTF_8));
        awaitTold("channels 3");
        Channel first = station.channels.get(0);
        assertThat(first.name()).isEqualTo("村口 & 桥头");
        assertThat(first.point()).contains(new DevicePoint(120.1, 30.2));
        assertThat(first.online()).isTrue();
        assertThat(first.video()).isTrue();
        assertThat(station.channels.get(1).online()).isFalse();
        assertThat(station.channels.get(1).point()).isEmpty();
        assertThat(station.channels.get(2).name()).isEqualTo("某镇");
        assertThat(station.channels.get(2).video()).isFalse();
    }

    @Test
    void doesNotWaitForChannelsThatWerePromisedAndNeverCome() throws IOException {
        UnaryOperator<SipTimes> hasty = all -> new SipTimes(
                all.keepalive(), 3, all.answer(), all.packet(), all.keyframe(), all.silence(), Duration.ofMillis(500));
        try (Station other = new Station(hasty);
                SimDevice stingy = new SimDevice(ID, other.port, true)) {
            stingy.register(Station.PASSWORD, 3600);
            stingy.awaitRequest("MESSAGE", "<CmdType>Catalog</CmdType>");
            stingy.message(catalogue(9, item(channelId(1), "a", ""), item("cam-7_odd", "b", "")));
            Await.until("channels", () -> other.told.contains("channels 2 of more"));
            assertThat(other.faults("gb-catalogue-short")).isPositive();
            assertThat(other.channels).extracting(Channel::id).containsExactly(channelId(1), "cam-7_odd");
        }
    }

    @Test
    void takesChannelsBeyondThePromise() {
        device.message(catalogue(1, item(channelId(1), "a", "")));
        awaitTold("channels 1");
        device.message(catalogue(1, item(channelId(2), "b", "")));
        // whose promise was not true does not take channels away either
        awaitTold("channels 2 of more");
    }

    @Test
    void followsChangesOfASubscription() {
        device.message(catalogue(2, item(channelId(1), "a", ""), item(channelId(2), "b", "")));
        awaitTold("channels 2");
        device.awaitRequest("SUBSCRIBE", "<CmdType>Catalog</CmdType>");
        String change = "<?xml version=\"1.0\"?><Notify><CmdType>Catalog</CmdType><SN>2</SN><DeviceID>" + ID
                + "</DeviceID><SumNum>2</SumNum><DeviceList Num=\"2\">" + item(channelId(1), "", "<Event>OFF</Event>")
                + item(channelId(2), "", "<Event>DEL</Event>") + "</DeviceList></Notify>";
        int status = device.ask(
                "NOTIFY",
                change.getBytes(StandardCharsets.UTF_8),
                "Event: Catalog\r\nSubscription-State: active;expires=3600\r\n");
        assertThat(status).isEqualTo(200);
        awaitTold("channels 1");
        assertThat(station.told).contains("removed " + channelId(2));
        assertThat(station.channels.get(0).name()).isEqualTo("a");
        assertThat(station.channels.get(0).online()).isFalse();
    }

    private long answersTo(String callId) {
        return device.heard.stream()
                .filter(message ->
                        !message.isRequest() && message.header("Call-ID").equals(callId))
                .count();
    }

    @Test
    void tellsAnAlarmOnceAndThanksTheDevice() {
        String alarm = "<?xml version=\"1.0\"?><Notify><CmdType>Alarm</CmdType><SN>77</SN><DeviceID>" + channelId(1)
                + "</DeviceID><AlarmPriority>1</AlarmPriority><AlarmMethod>5</AlarmMethod>"
                + "<AlarmTime>2026-11-23T10:00:00</AlarmTime><Info><AlarmType>6</AlarmType></Info>"
                + "<Longitude>120.5</Longitude><Latitude>30.5</Latitude></Notify>";
        byte[] body = alarm.getBytes(StandardCharsets.UTF_8);
        String text = device.request("MESSAGE", "sip:" + SimDevice.STATION + "@x", "one-alarm", ID)
                + "Content-Type: Application/MANSCDP+xml\r\nContent-Length: " + body.length + "\r\n\r\n";
        // JAIN-SIP itself drops a repetition that comes while the first is still being read
        for (int sent = 1; sent <= 2; sent++) {
            device.send(text, body);
            int answers = sent;
            Await.until("answer " + sent, () -> answersTo("one-alarm") >= answers);
        }
        SipMessage thanks = device.awaitRequest("MESSAGE", "<Result>OK</Result>");
        assertThat(thanks.tag("SN")).isEqualTo("77");
        assertThat(station.alarms)
                .containsExactly(new Alarm(
                        ID,
                        channelId(1),
                        1,
                        5,
                        6,
                        "2026-11-23T10:00:00",
                        "",
                        Optional.of(new DevicePoint(120.5, 30.5))));
    }

    @Test
    void tellsPositionsStatusAndMaker() {
        device.message(
                "<Notify><CmdType>MobilePosition</CmdType><SN>1</SN><DeviceID>" + channelId(1)
                        + "</DeviceID><Time>2026-11-23T10:00:00</Time><Longitude>120.5</Longitude><Latitude>30.5</Latitude></Notify>");
        device.message("<Notify><CmdType>MobilePosition</CmdType><SN>1</SN><DeviceID>" + channelId(1)
                + "</DeviceID><Longitude>0</Longitude><Latitude>0</Latitude></Notify>");
        device.message("<Response><CmdType>DeviceStatus</CmdType><SN>1</SN><DeviceID>" + ID
                + "</DeviceID><Result>OK</Result><Online>ONLINE</Online><Status>OK</Status><Record>ON</Record>"
                + "<DeviceTime>2026-11-23T10:00:01</DeviceTime></Response>");
        device.message("<Response><CmdType>DeviceInfo</CmdType><SN>1</SN><DeviceID>" + ID
                + "</DeviceID><Manufacturer>某厂</Manufacturer><Model>X1</Model><Firmware>V5</Firmware></Response>");
        awaitTold("described 某厂/X1");
        assertThat(station.positions)
                .containsExactly(
                        new DevicePosition(ID, channelId(1), "2026-11-23T10:00:00", new DevicePoint(120.5, 30.5)));
        assertThat(station.faults("gb-bad-position")).isEqualTo(1);
        assertThat(station.states).containsExactly(new DeviceStatus(ID, true, true, "2026-11-23T10:00:01"));
    }

    @Test
    void alwaysStopsWhatItMoves() {
        CompletionStage<CommandResult> taken =
                station.sip.move(ID, channelId(1), new PtzMove(1, -0.5, 0), Duration.ofMillis(50));
        SipMessage move = device.awaitRequest("MESSAGE", "<PTZCmd>A50F0105FF80");
        assertThat(move.tag("PTZCmd")).isEqualTo("A50F0105FF800039");
        assertThat(move.tag("DeviceID")).isEqualTo(channelId(1));
        Await.until(
                "two stops",
                () -> device.requests("MESSAGE", "<PTZCmd>A50F0100000000B5</PTZCmd>")
                                .size()
                        >= 2);
        assertThat(taken.toCompletableFuture().join()).isEqualTo(CommandResult.TAKEN);
    }

    @Test
    void stopsWhatTurnsWhenItCloses() {
        station.sip.move(ID, channelId(1), new PtzMove(0, 0, 1), Duration.ofSeconds(5));
        device.awaitRequest("MESSAGE", "<PTZCmd>A50F01100000F0B5</PTZCmd>");
        station.close();
        device.awaitRequest("MESSAGE", "<PTZCmd>A50F0100000000B5</PTZCmd>");
    }

    @Test
    void turnsAHeadToWhereItShouldStandAndStopsItBeforeOnly() {
        station.sip.move(ID, channelId(1), new PtzMove(1, 0, 0), Duration.ofSeconds(5));
        device.awaitRequest("MESSAGE", "<PTZCmd>A50F0101FF0000B5</PTZCmd>");
        PtzTarget target = new PtzTarget(OptionalDouble.of(275.5), OptionalDouble.of(4.25), OptionalDouble.empty());
        CompletionStage<CommandResult> taken = station.sip.aim(ID, channelId(1), target);
        SipMessage order = device.awaitRequest("MESSAGE", "<PTZPreciseCtrl>");
        assertThat(order.text())
                .contains("<CmdType>DeviceControl</CmdType>", "<DeviceID>" + channelId(1) + "</DeviceID>")
                .containsIgnoringWhitespaces(
                        "<PTZPreciseCtrl><Pan>275.50</Pan><Tilt>4.25</Tilt></PTZPreciseCtrl></Control>")
                .doesNotContain("Zoom");
        device.awaitRequest("MESSAGE", "<PTZCmd>A50F0100000000B5</PTZCmd>");
        assertThat(device.requests("MESSAGE", "<PTZCmd>A50F0100000000B5</PTZCmd>"))
                .as("one stop, however often the network repeats it")
                .extracting(stop -> stop.tag("SN"))
                .containsOnly(device.requests("MESSAGE", "<PTZCmd>A50F0100000000B5</PTZCmd>")
                        .get(0)
                        .tag("SN"));
        assertThat(taken.toCompletableFuture().join()).isEqualTo(CommandResult.TAKEN);
    }

    @Test
    void storesCallsAndDeletesPresets() {
        station.sip.preset(ID, channelId(1), PresetAction.STORE, 5);
        device.awaitRequest("MESSAGE", "<PTZCmd>A50F01810005003B</PTZCmd>");
        station.sip.preset(ID, channelId(1), PresetAction.CALL, 5);
        device.awaitRequest("MESSAGE", "<PTZCmd>A50F01820005003C</PTZCmd>");
        station.sip.preset(ID, channelId(1), PresetAction.DELETE, 5);
        device.awaitRequest("MESSAGE", "<PTZCmd>A50F01830005003D</PTZCmd>");
    }

    @Test
    void saysThatADeviceIsNotThere() {
        assertThat(station.sip
                        .move("34020000001320009999", "x", PtzMove.STOP, Duration.ZERO)
                        .toCompletableFuture()
                        .join())
                .isEqualTo(CommandResult.NOT_REGISTERED);
    }
}
