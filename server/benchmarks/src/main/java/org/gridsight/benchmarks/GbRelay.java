package org.gridsight.benchmarks;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.gridsight.media.gb28181.MediaTransport;
import org.gridsight.media.gb28181.SipSettings;
import org.gridsight.media.gb28181.SipStation;
import org.gridsight.media.gb28181.SipTimes;
import org.gridsight.media.gb28181.StreamRequest;
import org.gridsight.media.hub.HubSettings;
import org.gridsight.media.hub.HubTimer;
import org.gridsight.media.hub.StreamHubs;
import org.gridsight.media.net.EventLoops;

/**
 * The product's GB/T 28181 station and media path alone in a process: channel n of {@link GbFarm} is camera n. Prints the
 * port of the viewers and that of the station, and runs until its input ends.
 */
final class GbRelay {

    private GbRelay() {}

    public static void main(String[] arguments) throws IOException {
        int sip;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            sip = free.getLocalPort();
        }
        String host = "127.0.0.1";
        SipSettings settings = new SipSettings(
                SipStormStation.ID,
                SipStormStation.DOMAIN,
                host,
                host,
                sip,
                30_000,
                30_500,
                any -> true,
                SipTimes.defaults());
        EventLoops loops = new EventLoops("media", 2);
        HubTimer timer = HubTimer.of(Executors.newSingleThreadScheduledExecutor(), Clock.systemUTC());
        try (SipStation station =
                new SipStation(settings, id -> Optional.of(SipStormStation.PASSWORD), SipStormStation.silent())) {
            station.start();
            StreamHubs hubs = new StreamHubs(
                    camera -> station.source(
                            StreamRequest.live(GbFarm.DEVICE, GbFarm.channel(camera), MediaTransport.TCP_PASSIVE),
                            loops.next()),
                    HubSettings.usual(),
                    timer);
            System.out.println(MediaRelay.serve(hubs, loops));
            System.out.println(sip);
            while (System.in.read() >= 0) {
                // until the other side has gone
            }
            hubs.close();
        }
        loops.close();
        System.exit(0);
    }
}
