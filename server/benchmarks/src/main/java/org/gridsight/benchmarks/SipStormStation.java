package org.gridsight.benchmarks;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.gridsight.media.gb28181.Alarm;
import org.gridsight.media.gb28181.Channel;
import org.gridsight.media.gb28181.Device;
import org.gridsight.media.gb28181.DeviceEvents;
import org.gridsight.media.gb28181.DevicePosition;
import org.gridsight.media.gb28181.SipSettings;
import org.gridsight.media.gb28181.SipStation;
import org.gridsight.media.gb28181.SipTimes;

/** The station alone in a process; prints its port and runs until its input ends. */
final class SipStormStation implements DeviceEvents {

    static final String ID = "34020000002000000001";
    static final String DOMAIN = "3402000000";
    static final String PASSWORD = "storm";

    private SipStormStation() {}

    /** Hears of everything and does nothing with it. */
    static DeviceEvents silent() {
        return new SipStormStation();
    }

    public static void main(String[] arguments) throws IOException {
        int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String host = "127.0.0.1";
        SipSettings settings =
                new SipSettings(ID, DOMAIN, host, host, port, 30_000, 30_500, any -> false, SipTimes.defaults());
        try (SipStation station = new SipStation(settings, id -> Optional.of(PASSWORD), new SipStormStation())) {
            station.start();
            System.out.println(port);
            while (System.in.read() >= 0) {
                // until the other side has gone
            }
        }
    }

    @Override
    public void registered(Device device) {}

    @Override
    public void offline(Device device) {}

    @Override
    public void channels(String deviceId, List<Channel> channels, boolean complete) {}

    @Override
    public void alarm(Alarm alarm) {}

    @Override
    public void position(DevicePosition position) {}
}
