package org.gridsight.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * 10,000 REGISTER a second without a password against the product's SIP station in a process of its own, while honest devices
 * sign in and stay alive beside them: what is answered, what it costs, and how long the honest ones wait.
 */
final class SipFlood {

    private static final int SENDERS = 4;
    private static final int HONEST = 20;
    private static final int HONEST_GROUP = 900;

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();

    private SipFlood() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Arguments given = new Arguments(arguments);
        Process station = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SipStormStation.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(station.getInputStream(), StandardCharsets.US_ASCII))) {
            int port = Integer.parseInt(told.readLine());
            new SipFlood().run(station, port, given.number("rate", 10_000), given.number("seconds", 30));
        } finally {
            station.destroy();
            station.waitFor();
        }
        System.exit(0);
    }

    private void run(Process station, int port, int rate, int seconds) throws IOException, InterruptedException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        List<DatagramSocket> sockets = senders(address, rate);
        TimeUnit.SECONDS.sleep(5);
        double cpu = ProcessUsage.cpuSeconds(List.of(station));
        long sentBefore = sent.get();
        long answeredBefore = answered.get();
        long begin = System.nanoTime();
        SipStormDevices honest = new SipStormDevices(address, HONEST_GROUP, HONEST);
        AtomicBoolean keepalives = new AtomicBoolean();
        MediaFarm.daemon(() -> honest.live(keepalives, over));
        double signedIn = Double.NaN;
        while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(seconds)) {
            LockSupport.parkNanos(10_000_000);
            if (Double.isNaN(signedIn) && honest.isSignedIn()) {
                signedIn = (System.nanoTime() - begin) / 1e9;
            }
        }
        double wall = (System.nanoTime() - begin) / 1e9;
        double used = 100 * (ProcessUsage.cpuSeconds(List.of(station)) - cpu) / wall;
        double asked = (sent.get() - sentBefore) / wall;
        double back = (answered.get() - answeredBefore) / wall;
        over.set(true);
        sockets.forEach(DatagramSocket::close);
        Row.print(
                SipFlood.class,
                "UDP, no password, " + rate + "/s wanted",
                String.format(
                        Locale.ROOT,
                        "%.0f/s sent, %.0f/s answered; %.0f %% of a core, RSS %.0f MB; %d honest devices signed in among"
                                + " them after %.1f s",
                        asked,
                        back,
                        used,
                        ProcessUsage.residentMegabytes(List.of(station)),
                        HONEST,
                        signedIn),
                "honest devices get in");
    }

    private List<DatagramSocket> senders(InetSocketAddress address, int rate) throws IOException {
        List<DatagramSocket> sockets = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            sockets.add(sender(address, i, rate / SENDERS));
        }
        return sockets;
    }

    private DatagramSocket sender(InetSocketAddress station, int group, int rate) throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        MediaFarm.daemon(() -> flood(socket, station, group, rate));
        MediaFarm.daemon(() -> count(socket));
        return socket;
    }

    private void flood(DatagramSocket socket, InetSocketAddress station, int group, int rate) {
        long begin = System.nanoTime();
        for (long i = 0; !over.get(); i++) {
            long due = begin + i * TimeUnit.SECONDS.toNanos(1) / rate;
            long left = due - System.nanoTime();
            if (left > 100_000) {
                LockSupport.parkNanos(left);
            }
            String id = String.format(Locale.ROOT, "34020000001329%06d", (group * 250_000 + i) % 1_000_000);
            byte[] bytes = register(id, i).getBytes(StandardCharsets.US_ASCII);
            try {
                socket.send(new DatagramPacket(bytes, bytes.length, station));
            } catch (IOException closed) {
                return;
            }
            sent.incrementAndGet();
        }
    }

    private static String register(String id, long number) {
        return "REGISTER sip:" + SipStormStation.ID + "@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.9:5060;rport;"
                + "branch=z9hG4bKf" + id + number + "\r\nFrom: <sip:" + id + "@3402000000>;tag=f" + number
                + "\r\nTo: <sip:" + id + "@3402000000>\r\nCall-ID: f" + id + number + "\r\nCSeq: 1 REGISTER\r\n"
                + "Max-Forwards: 70\r\nContact: <sip:" + id + "@10.0.0.9:5060>\r\nExpires: 3600\r\n"
                + "Content-Length: 0\r\n\r\n";
    }

    private void count(DatagramSocket socket) {
        DatagramPacket packet = new DatagramPacket(new byte[8_192], 8_192);
        while (!over.get()) {
            try {
                socket.receive(packet);
                answered.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }
}
