package org.gridsight.media.gb28181;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.gridsight.media.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions for recordings and presets, and what devices make of them. */
class InquiriesTest {

    private static final String ID = "34020000001180000001";
    private static final String CHANNEL = "34020000001320000001";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final StreamRequest.Span MORNING =
            new StreamRequest.Span(Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2026-11-23T04:00:00Z"));

    private final Station station;
    private final SimDevice device;

    InquiriesTest() throws IOException {
        station = new Station();
        device = signIn(station);
    }

    private static SimDevice signIn(Station at) throws IOException {
        SimDevice device = new SimDevice(ID, at.port, false);
        assertThat(device.register(Station.PASSWORD, 3600)).isEqualTo(200);
        return device;
    }

    @AfterEach
    void close() {
        device.close();
        station.close();
    }

    private static <T> T answer(CompletionStage<T> coming) throws Exception {
        return coming.toCompletableFuture().get(90, TimeUnit.SECONDS);
    }

    private static String record(String from, String to, String name) {
        return "<Item><DeviceID>" + CHANNEL + "</DeviceID><Name>" + name + "</Name><StartTime>" + from
                + "</StartTime><EndTime>" + to + "</EndTime><Secrecy>0</Secrecy><Type>time</Type></Item>";
    }

    private static String recordings(String number, int sum, String... items) {
        return "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Response><CmdType>RecordInfo</CmdType><SN>" + number
                + "</SN><DeviceID>" + CHANNEL + "</DeviceID><Name>某</Name><SumNum>" + sum
                + "</SumNum><RecordList Num=\"" + items.length + "\">" + String.join("", items)
                + "</RecordList></Response>";
    }

    private CompletableFuture<Findings<RecordedSpan>> ask() {
        return station.sip
                .recordings(ID, CHANNEL, RecordingQuery.all(MORNING, SHANGHAI))
                .toCompletableFuture();
    }

    @Test
    void gathersRecordingsOfSeveralMessagesInWhateverOrder() throws Exception {
        CompletableFuture<Findings<RecordedSpan>> coming = ask();
        SipMessage query = device.awaitRequest("MESSAGE", "<CmdType>RecordInfo</CmdType>");
        assertThat(query.tag("DeviceID")).isEqualTo(CHANNEL);
        // the device's local time, not ours
        assertThat(query.tag("StartTime")).isEqualTo("2026-11-23T08:00:00");
        assertThat(query.tag("EndTime")).isEqualTo("2026-11-23T12:00:00");
        assertThat(query.tag("Type")).isEqualTo("all");
        assertThat(query.tag("Secrecy")).isEqualTo("0");
        String number = query.tag("SN");
        String late = record("2026-11-23T10:00:00", "2026-11-23T11:00:00", "村口录像");
        device.message(recordings(number, 3, late, record("2026-11-23 08:30:00", "2026-11-23 09:00:00", "")));
        assertThat(coming).isNotDone();
        // told twice, with a zone, of another day, and backwards
        device.message(recordings(
                        "0",
                        3,
                        late,
                        record("2026-11-23T01:00:00Z", "2026-11-23T01:30:00Z", "b"),
                        record("2026-11-22T08:00:00", "2026-11-22T09:00:00", "c"))
                .getBytes(StandardCharsets.UTF_8));
        Findings<RecordedSpan> found = answer(coming);
        assertThat(found.outcome()).isEqualTo(Findings.Outcome.ANSWERED);
        assertThat(found.complete()).isTrue();
        assertThat(found.items())
                .extracting(RecordedSpan::from)
                .containsExactly(
                        Instant.parse("2026-11-23T00:30:00Z"),
                        Instant.parse("2026-11-23T01:00:00Z"),
                        Instant.parse("2026-11-23T02:00:00Z"));
        assertThat(found.items().get(2).name()).isEqualTo("村口录像");
        assertThat(found.items().get(2).type()).isEqualTo("time");
    }

    @Test
    void endsWithoutWhatWasPromisedAndSaysSo() throws Exception {
        try (Station hasty = new Station(all -> new SipTimes(
                        all.keepalive(), 3, all.answer(), all.packet(), all.keyframe(), all.silence(), SOON));
                SimDevice stingy = signIn(hasty)) {
            stingy.onRequest = InquiriesTest::tellLess;
            Findings<RecordedSpan> found = Findings.without(Findings.Outcome.NO_ANSWER);
            // a busy machine may need longer than the patience of this station
            for (int tries = 0; tries < 60 && found.outcome() != Findings.Outcome.ANSWERED; tries++) {
                found = answer(hasty.sip.recordings(ID, CHANNEL, RecordingQuery.all(MORNING, SHANGHAI)));
            }
            assertThat(found.complete()).isFalse();
            assertThat(found.items()).hasSize(1);
            assertThat(hasty.faults("gb-bad-item")).isPositive();
            assertThat(hasty.faults("gb-answer-short")).isPositive();
            // and one that takes the question and says nothing at all
            assertThat(answer(hasty.sip.presets(ID, CHANNEL)).outcome()).isEqualTo(Findings.Outcome.NO_ANSWER);
        }
    }

    /** One recording and one that makes no sense, of nine that it promises. */
    private static void tellLess(SimDevice device, SipMessage request) {
        device.reply(request, 200, "", "");
        if (request.text().contains("<CmdType>RecordInfo</CmdType>")) {
            device.tell(recordings(
                    request.tag("SN"),
                    9,
                    record("2026-11-23T10:00:00", "2026-11-23T11:00:00", "a"),
                    record("garbled", "2026-11-23T11:00:00", "b")));
        }
    }

    @Test
    void tellsRefusalFromNothingRecorded() throws Exception {
        CompletableFuture<Findings<RecordedSpan>> empty = ask();
        device.message(recordings(
                device.awaitRequest("MESSAGE", "<CmdType>RecordInfo</CmdType>").tag("SN"), 0));
        assertThat(answer(empty)).isEqualTo(new Findings<>(Findings.Outcome.ANSWERED, List.of(), true));

        device.onRequest =
                (from, request) -> from.reply(request, request.text().contains("RecordInfo") ? 501 : 200, "", "");
        assertThat(answer(ask()).outcome()).isEqualTo(Findings.Outcome.UNSUPPORTED);
        assertThat(answer(station.sip.recordings(
                                "34020000001180000002", CHANNEL, RecordingQuery.all(MORNING, SHANGHAI)))
                        .outcome())
                .isEqualTo(Findings.Outcome.NOT_REGISTERED);

        CompletionStage<Findings<DevicePreset>> presets = station.sip.presets(ID, CHANNEL);
        SipMessage query = device.awaitRequest("MESSAGE", "<CmdType>PresetQuery</CmdType>");
        device.message("<Response><CmdType>PresetQuery</CmdType><SN>" + query.tag("SN") + "</SN><DeviceID>" + CHANNEL
                + "</DeviceID><Result>ERROR</Result></Response>");
        assertThat(answer(presets).outcome()).isEqualTo(Findings.Outcome.UNSUPPORTED);
    }

    @Test
    void listsPresetsByNumberEvenWithoutACount() throws Exception {
        CompletionStage<Findings<DevicePreset>> coming = station.sip.presets(ID, CHANNEL);
        SipMessage query = device.awaitRequest("MESSAGE", "<CmdType>PresetQuery</CmdType>");
        device.message("<?xml version=\"1.0\"?><Response><CmdType>PresetQuery</CmdType><SN>" + query.tag("SN")
                + "</SN><DeviceID>" + CHANNEL + "</DeviceID><PresetList Num=\"3\"><Item><PresetID>12</PresetID>"
                + "<PresetName>桥头</PresetName></Item><Item><PresetID>3</PresetID><PresetName>村口</PresetName></Item>"
                + "<Item><PresetID>0</PresetID><PresetName>?</PresetName></Item></PresetList></Response>");
        assertThat(answer(coming).items()).containsExactly(new DevicePreset(3, "村口"), new DevicePreset(12, "桥头"));
    }

    @Test
    void asksAgainWhoeverHasNotNoticedYetThatItIsSignedIn() throws IOException {
        try (SimDevice late = new SimDevice("34020000001180000003", station.port, false)) {
            Set<String> refused = ConcurrentHashMap.newKeySet();
            late.onRequest = (from, request) -> {
                String first = request.method() + request.tag("CmdType");
                from.reply(request, refused.add(first) ? 403 : 200, "", "");
            };
            assertThat(late.register(Station.PASSWORD, 3600)).isEqualTo(200);
            for (String method : List.of("MESSAGE", "SUBSCRIBE")) {
                Await.until(
                        "another " + method,
                        () -> late.requests(method, "<CmdType>Catalog</CmdType>").stream()
                                        .map(request -> request.tag("SN"))
                                        .distinct()
                                        .count()
                                >= 2);
            }
        }
    }

    @Test
    void leavesNobodyWaitingWhenItCloses() throws Exception {
        CompletableFuture<Findings<RecordedSpan>> coming = ask();
        device.awaitRequest("MESSAGE", "<CmdType>RecordInfo</CmdType>");
        station.close();
        assertThat(answer(coming).outcome()).isEqualTo(Findings.Outcome.NO_ANSWER);
    }
}
