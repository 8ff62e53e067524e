package org.gridsight.media.gb28181;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.Codec;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.VideoFormat;
import org.gridsight.media.hub.FeedTaker;
import org.gridsight.media.hub.HubSettings;
import org.gridsight.media.hub.HubTimer;
import org.gridsight.media.hub.PictureFeed;
import org.gridsight.media.hub.SourceFeed;
import org.gridsight.media.hub.StreamHubs;
import org.gridsight.media.net.EventLoop;
import org.gridsight.media.net.RefusedAddress;
import org.jspecify.annotations.Nullable;

/** A lower platform with numbered pictures for tests: what it gives upward, and a link that gives it. */
final class SharedCameras implements Sharing, AutoCloseable {

    static final String OWN = "34020000002000000099";
    static final String TURNABLE = "34020000001320000001";
    static final String FIXED = "34020000001320000002";
    static final String MASKED = "34020000001320000003";

    /** So many pictures has a recording. */
    static final int RECORDED = 25;

    private static final VideoFormat FORMAT = new VideoFormat(
            Codec.H264,
            List.of(
                    HexFormat.of().parseHex("6764000cacb202833f3e0220000003002000000641e28549"),
                    HexFormat.of().parseHex("68ebc3cb22c0")));

    final List<String> register = new CopyOnWriteArrayList<>();
    volatile List<SharedChannel> channels = List.of(
            new SharedChannel(TURNABLE, "村口<球机>&东", true, 1, Optional.of(new DevicePoint(117.9, 35.8))),
            new SharedChannel(FIXED, "桥头", false, 3, Optional.empty()));
    volatile boolean recordable = true;
    private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(2);
    private final StreamHubs hubs;
    private final EventLoop loop;

    SharedCameras() throws IOException {
        HubSettings usual = HubSettings.usual();
        hubs = new StreamHubs(
                id -> new Numbered(Integer.MAX_VALUE),
                new HubSettings(usual.cacheBytes(), usual.cachePictures(), usual.viewerBytes(), Duration.ZERO, 200),
                HubTimer.of(timers, Clock.systemUTC()));
        loop = new EventLoop("shared-cameras");
    }

    /** A link on a free port, started. */
    UpperLink link(UpperPlatform platform, UnaryOperator<UpperTimes> times) throws IOException {
        for (int attempt = 0; ; attempt++) {
            UpperLink link = new UpperLink(platform, settings(times.apply(patient())), this);
            try {
                link.start();
                return link;
            } catch (IOException e) {
                link.close();
                if (attempt == 20) {
                    throw e;
                }
            }
        }
    }

    /** Limits that a loaded machine does not reach. */
    private static UpperTimes patient() {
        Duration never = Duration.ofSeconds(90);
        return new UpperTimes(Duration.ofHours(1), never, never, never, never, never, never);
    }

    private UpperSettings settings(UpperTimes times) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        SipSettings own = new SipSettings(
                OWN,
                "3402000000",
                "127.0.0.1",
                "127.0.0.1",
                port,
                20_000,
                29_999,
                place -> place.getAddress().isLoopbackAddress(),
                SipTimes.defaults());
        return new UpperSettings(own, times, Clock.systemUTC(), SharedCameras::check, () -> loop);
    }

    private static InetSocketAddress check(String host, int port) throws RefusedAddress {
        if (host.equals("169.254.169.254")) {
            throw new RefusedAddress("address-metadata", "the address of a cloud's metadata service");
        }
        return new InetSocketAddress(host, port);
    }

    @Override
    public List<SharedChannel> channels() {
        return channels;
    }

    @Override
    public SharedStream open(String channelId) throws NotShared {
        if (channelId.equals(MASKED)) {
            throw new NotShared(NotShared.Reason.FORBIDDEN);
        }
        known(channelId);
        register.add("open " + channelId);
        return new Given() {
            @Override
            public PictureFeed watch(FeedTaker taker) {
                return hubs.of(channelId).watch(taker::ready);
            }
        };
    }

    /** A stream that is on record. */
    private abstract class Given implements SharedStream {

        @Override
        public boolean began() {
            register.add("began");
            return recordable;
        }

        @Override
        public void ended(String cause) {
            register.add("ended " + cause);
        }

        @Override
        public Instant until() {
            return Instant.now().plusSeconds(3_600);
        }
    }

    @Override
    public SharedStream recording(String channelId, StreamRequest.Span span) throws NotShared {
        onlyTurnable(channelId);
        register.add(
                "recording " + span.from().getEpochSecond() + '-' + span.to().getEpochSecond());
        return new Given() {
            @Override
            public PictureFeed watch(FeedTaker taker) {
                return SourceFeed.open(new Numbered(RECORDED), taker, 8 << 20);
            }

            @Override
            public Optional<Playback> playback() {
                return Optional.of(new Held());
            }
        };
    }

    /** Remembers how a recording was held and wound. */
    private final class Held implements Playback {

        @Override
        public void pause() {
            register.add("pause");
        }

        @Override
        public void resume() {
            register.add("resume");
        }

        @Override
        public void setSpeed(double speed) {
            register.add("speed " + speed);
        }

        @Override
        public void seek(Duration position) {
            register.add("seek " + position.toSeconds());
        }
    }

    private void onlyTurnable(String channelId) throws NotShared {
        known(channelId);
        if (!channelId.equals(TURNABLE)) {
            throw new NotShared(NotShared.Reason.FORBIDDEN);
        }
    }

    @Override
    public void preset(String channelId, PresetOrder order) throws NotShared {
        onlyTurnable(channelId);
        register.add(order.action() + " " + order.number());
    }

    @Override
    public void keyframe(String channelId) throws NotShared {
        known(channelId);
        register.add("key " + channelId);
    }

    @Override
    public CompletionStage<Findings<RecordedSpan>> recordings(String channelId, RecordingQuery query) throws NotShared {
        onlyTurnable(channelId);
        Instant from = query.span().from();
        List<RecordedSpan> hours = IntStream.range(0, 8)
                .mapToObj(hour -> new RecordedSpan(
                        from.plus(Duration.ofHours(hour)), from.plus(Duration.ofHours(hour + 1)), "录像" + hour, "time"))
                .toList();
        return CompletableFuture.completedFuture(new Findings<>(Findings.Outcome.ANSWERED, hours, true));
    }

    @Override
    public CompletionStage<Findings<DevicePreset>> presets(String channelId) throws NotShared {
        onlyTurnable(channelId);
        List<DevicePreset> stored = List.of(new DevicePreset(3, "村口"), new DevicePreset(12, "桥头"));
        return CompletableFuture.completedFuture(new Findings<>(Findings.Outcome.ANSWERED, stored, true));
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public void turn(String channelId, PtzMove move) throws NotShared {
        onlyTurnable(channelId);
        register.add("turn " + (move.equals(PtzMove.STOP) ? "stop" : Math.round(move.pan() * 100)));
    }

    private void known(String channelId) throws NotShared {
        if (channels.stream().noneMatch(channel -> channel.id().equals(channelId))) {
            throw new NotShared(NotShared.Reason.UNKNOWN);
        }
    }

    /** The number in a picture that came out at the other end. */
    static int numberOf(AccessUnit unit) {
        String text = new String(unit.sample(), StandardCharsets.ISO_8859_1);
        return Integer.parseInt(text.replaceAll("(?s).*number-(\\d+);.*", "$1"));
    }

    /** Fifty numbered pictures a second, every tenth a key picture; a recording ends. */
    private final class Numbered implements Source {

        private final int most;

        private final AtomicReference<@Nullable ScheduledFuture<?>> clock = new AtomicReference<>();
        private int next;

        Numbered(int most) {
            this.most = most;
        }

        @Override
        public void open(SourceEvents events) {
            clock.set(timers.scheduleAtFixedRate(() -> tell(events), 0, 20, TimeUnit.MILLISECONDS));
        }

        private void tell(SourceEvents events) {
            int number = next++;
            if (number >= most) {
                close();
                events.ended(new MediaFault("gb-recording-end", "the recording has been sent to its end"));
                return;
            }
            if (number == 0) {
                events.format(FORMAT);
            }
            boolean key = number % 10 == 0;
            byte[] words = ("number-" + number + ';').getBytes(StandardCharsets.US_ASCII);
            byte[] filler = new byte[key ? 70_000 : 2_000];
            Arrays.fill(filler, (byte) 0x55);
            ByteBuffer sample = ByteBuffer.allocate(4 + 2 + filler.length + words.length);
            sample.putInt(2 + filler.length + words.length);
            sample.put((byte) (key ? 0x65 : 0x41)).put((byte) 0x88).put(filler).put(words);
            events.picture(new AccessUnit(sample.array(), number * 1_800L, key, System.nanoTime()));
        }

        @Override
        public void close() {
            ScheduledFuture<?> running = clock.getAndSet(null);
            if (running != null) {
                running.cancel(false);
            }
        }
    }

    @Override
    public void close() {
        hubs.close();
        timers.shutdownNow();
        loop.close();
    }
}
