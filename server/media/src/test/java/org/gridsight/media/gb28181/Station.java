package org.gridsight.media.gb28181;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A station on a free port of this machine that remembers what it tells. */
final class Station implements DeviceEvents, AutoCloseable {

    static final String PASSWORD = "Correct-Horse-7";
    static final Duration LONG = Duration.ofSeconds(60);

    /** Stands for the port of a database. */
    static final int FORBIDDEN_PORT = 5_432;

    final List<String> told = new CopyOnWriteArrayList<>();
    volatile List<Channel> channels = List.of();
    final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    final List<DevicePosition> positions = new CopyOnWriteArrayList<>();
    final List<DeviceStatus> states = new CopyOnWriteArrayList<>();
    final SipStation sip;
    final int port;

    Station() throws IOException {
        this(UnaryOperator.identity());
    }

    Station(UnaryOperator<SipTimes> times) throws IOException {
        SipStation opened = null;
        int on = 0;
        for (int attempt = 0; opened == null; attempt++) {
            on = freePort();
            SipStation made = new SipStation(settings(on, times.apply(patient())), Station::passwordOf, this);
            try {
                made.start();
                opened = made;
            } catch (IOException e) {
                made.close();
                if (attempt == 20) {
                    throw e;
                }
            }
        }
        sip = opened;
        port = on;
    }

    /** Limits that a loaded machine does not reach. */
    private static SipTimes patient() {
        return new SipTimes(LONG, 3, LONG, LONG, LONG, LONG, LONG);
    }

    private static SipSettings settings(int port, SipTimes times) {
        return new SipSettings(
                SimDevice.STATION,
                SimDevice.DOMAIN,
                "127.0.0.1",
                "127.0.0.1",
                port,
                20_000,
                29_999,
                Station::mayConnect,
                times);
    }

    private static boolean mayConnect(InetSocketAddress address) {
        return address.getAddress().isLoopbackAddress() && address.getPort() != FORBIDDEN_PORT;
    }

    private static Optional<String> passwordOf(String deviceId) {
        return deviceId.startsWith("0") ? Optional.empty() : Optional.of(PASSWORD);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    long faults(String code) {
        return sip.faults().getOrDefault(code, 0L);
    }

    @Override
    public void registered(Device device) {
        told.add("registered " + device.id());
    }

    @Override
    public void offline(Device device) {
        told.add("offline " + device.id());
    }

    @Override
    public void described(Device device) {
        told.add("described " + device.manufacturer() + '/' + device.model());
    }

    @Override
    public void status(DeviceStatus status) {
        states.add(status);
    }

    @Override
    public void channels(String deviceId, List<Channel> all, boolean complete) {
        // first what is read, then the word that is waited for
        channels = List.copyOf(all);
        told.add("channels " + all.size() + (complete ? "" : " of more"));
    }

    @Override
    public void removed(String deviceId, String channelId) {
        told.add("removed " + channelId);
    }

    @Override
    public void alarm(Alarm alarm) {
        alarms.add(alarm);
    }

    @Override
    public void position(DevicePosition position) {
        positions.add(position);
    }

    @Override
    public void close() {
        sip.close();
    }
}
