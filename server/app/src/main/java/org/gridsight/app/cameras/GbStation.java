package org.gridsight.app.cameras;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gridsight.app.cameras.alarms.Alarms;
import org.gridsight.app.cameras.devices.DevicePasswords;
import org.gridsight.app.cameras.devices.SignedInDevices;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.gb28181.Alarm;
import org.gridsight.media.gb28181.Channel;
import org.gridsight.media.gb28181.CommandResult;
import org.gridsight.media.gb28181.Device;
import org.gridsight.media.gb28181.DeviceEvents;
import org.gridsight.media.gb28181.DevicePosition;
import org.gridsight.media.gb28181.DevicePreset;
import org.gridsight.media.gb28181.DeviceStatus;
import org.gridsight.media.gb28181.Findings;
import org.gridsight.media.gb28181.MediaTransport;
import org.gridsight.media.gb28181.PresetAction;
import org.gridsight.media.gb28181.PtzMove;
import org.gridsight.media.gb28181.PtzTarget;
import org.gridsight.media.gb28181.RecordedSpan;
import org.gridsight.media.gb28181.RecordingQuery;
import org.gridsight.media.gb28181.SipStation;
import org.gridsight.media.gb28181.StreamRequest;
import org.gridsight.media.net.EventLoop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The GB/T 28181 platform of this product: devices sign in here when a password is set. */
@Component
class GbStation implements DeviceEvents, SignedInDevices, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(GbStation.class);

    private static final int PORTION = 200;

    private final SipOptions options;
    private final CameraNetworks networks;
    private final ChannelTable table;
    private final Catalogue catalogue;
    private final DevicePasswords passwords;
    private final DeviceClocks clocks;
    private final Clock clock;
    private final Alarms alarms;
    private volatile @Nullable SipStation station;

    GbStation(
            SipOptions options,
            CameraNetworks networks,
            ChannelTable table,
            Catalogue catalogue,
            DevicePasswords passwords,
            DeviceClocks clocks,
            Clock clock,
            Alarms alarms) {
        this.options = options;
        this.networks = networks;
        this.table = table;
        this.catalogue = catalogue;
        this.passwords = passwords;
        this.clocks = clocks;
        this.clock = clock;
        this.alarms = alarms;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (options.isOn()) {
            begin(options);
        }
    }

    /** A taken port stops this side only: incidents go on without cameras. */
    void begin(SipOptions wanted) {
        table.allOffline();
        passwords.load();
        SipStation opened = new SipStation(
                wanted.settings(networks::mayConnect), device -> passwords.of(device, wanted.secret()), this);
        // known before the first device can be told
        station = opened;
        try {
            opened.start();
            log.info("GB/T 28181 devices may sign in on port {}", wanted.port());
        } catch (IOException e) {
            station = null;
            opened.close();
            log.error(
                    "GB/T 28181 is off: port {} cannot be opened; free it or set GRIDSIGHT_SIP_PORT", wanted.port(), e);
        }
    }

    Source source(ChannelTable.Link link, MediaTransport transport, EventLoop loop) {
        return source(StreamRequest.live(link.deviceId(), link.channelId(), transport), loop);
    }

    /** The smaller stream beside the main one, as far as the device knows the wish. */
    Source sub(ChannelTable.Link link, MediaTransport transport, EventLoop loop) {
        return source(StreamRequest.sub(link.deviceId(), link.channelId(), transport), loop);
    }

    /** What the device itself has recorded. */
    Source recording(ChannelTable.Link link, MediaTransport transport, StreamRequest.Span span, EventLoop loop) {
        return source(StreamRequest.recording(link.deviceId(), link.channelId(), transport, span), loop);
    }

    private Source source(StreamRequest request, EventLoop loop) {
        SipStation open = station;
        return open == null
                ? new EndedSource(new MediaFault("gb-not-registered", "the device is not signed in"))
                : open.source(request, loop);
    }

    /** Empty while this side is off. */
    Optional<CompletionStage<CommandResult>> move(ChannelTable.Link link, PtzMove move, Duration time) {
        return Optional.ofNullable(station).map(open -> open.move(link.deviceId(), link.channelId(), move, time));
    }

    /** Asks for a key picture; nothing while this side is off. */
    void askKeyframe(ChannelTable.Link link) {
        Optional.ofNullable(station).ifPresent(open -> open.askKeyframe(link.deviceId(), link.channelId()));
    }

    /** Whether a device knows the order to turn to an angle: it says that it follows the 2022 text. */
    boolean takesAngles(ChannelTable.Link link) {
        return Optional.ofNullable(station)
                .flatMap(open -> open.findDevice(link.deviceId()))
                .map(device -> device.version().compareTo("3") >= 0)
                .orElse(false);
    }

    /** Turns the head to an angle; empty while this side is off. */
    Optional<CompletionStage<CommandResult>> aim(ChannelTable.Link link, PtzTarget target) {
        return Optional.ofNullable(station).map(open -> open.aim(link.deviceId(), link.channelId(), target));
    }

    /** Turns the head to a stored direction, stores the present one or forgets it; empty while this side is off. */
    Optional<CompletionStage<CommandResult>> preset(ChannelTable.Link link, PresetAction action, int number) {
        return Optional.ofNullable(station).map(open -> open.preset(link.deviceId(), link.channelId(), action, number));
    }

    /** The stored directions as the device tells them; empty while this side is off. */
    Optional<CompletionStage<Findings<DevicePreset>>> presets(ChannelTable.Link link) {
        return Optional.ofNullable(station).map(open -> open.presets(link.deviceId(), link.channelId()));
    }

    /** What the device has recorded; empty while this side is off. */
    Optional<CompletionStage<Findings<RecordedSpan>>> recordings(ChannelTable.Link link, RecordingQuery query) {
        return Optional.ofNullable(station).map(open -> open.recordings(link.deviceId(), link.channelId(), query));
    }

    @Override
    public void registered(Device device) {
        table.put(device);
        table.setOnline(device);
    }

    @Override
    public void offline(Device device) {
        table.put(device);
        table.setOnline(device);
    }

    @Override
    public void described(Device device) {
        table.put(device);
    }

    @Override
    public void channels(String deviceId, List<Channel> channels, boolean complete) {
        boolean online = findDevice(deviceId).map(Device::online).orElse(false);
        portions(channels, portion -> catalogue.take(deviceId, portion, online));
        if (complete) {
            Set<String> told = channels.stream().map(Channel::id).collect(Collectors.toSet());
            leave(deviceId, link -> !told.contains(link.channelId()));
        }
    }

    @Override
    public void removed(String deviceId, String channelId) {
        leave(deviceId, link -> link.channelId().equals(channelId));
    }

    private void leave(String deviceId, Predicate<ChannelTable.Link> which) {
        List<ChannelTable.Link> gone =
                table.listed(deviceId).stream().filter(which).toList();
        portions(gone, portion -> catalogue.leave(deviceId, portion));
    }

    /** A platform tells thousands: each portion is a transaction of its own. */
    private static <T> void portions(List<T> all, Consumer<List<T>> work) {
        for (int from = 0; from < all.size(); from += PORTION) {
            work.accept(all.subList(from, Math.min(all.size(), from + PORTION)));
        }
    }

    @Override
    public void status(DeviceStatus status) {
        DeviceClocks.Told told = new DeviceClocks.Told(status.deviceTime(), clock.instant());
        clocks.told(status.deviceId(), told);
    }

    /** Asks for the device's health and clock; nothing while this side is off. */
    void askStatus(String deviceId) {
        Optional.ofNullable(station).ifPresent(open -> open.askStatus(deviceId));
    }

    @Override
    public void alarm(Alarm alarm) {
        alarms.hear(alarm);
    }

    @Override
    public void position(DevicePosition position) {
        catalogue.move(position);
    }

    /** Whether devices may sign in now. */
    boolean isOpen() {
        return station != null;
    }

    @Override
    public Station station() {
        boolean on = station != null;
        return new Station(on, options.id(), options.domain(), on ? options.reachedAt() : "", options.port());
    }

    @Override
    public Optional<Device> findDevice(String deviceId) {
        return Optional.ofNullable(station).flatMap(open -> open.findDevice(deviceId));
    }

    @Override
    public void signOut(String deviceId) {
        SipStation open = station;
        if (open != null) {
            open.signOut(deviceId);
        }
    }

    @Override
    public void destroy() {
        SipStation open = station;
        station = null;
        if (open != null) {
            open.close();
        }
    }
}
