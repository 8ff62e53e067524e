package org.gridsight.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * 5,000 GB/T 28181 devices sign in as fast as the station lets them, then say each 60 seconds that they live. The station is a
 * process of its own, so that its processor time is not mixed with that of the devices.
 */
final class SipStorm {

    /** Sockets that the devices share; the station tells devices apart by their ids. */
    private static final int SOCKETS = 50;

    private SipStorm() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Arguments given = new Arguments(arguments);
        int devices = given.number("devices", 5_000);
        int seconds = given.number("seconds", 60);
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
            measure(station, port, devices, seconds);
        } finally {
            station.destroy();
            station.waitFor();
        }
    }

    private static void measure(Process station, int port, int devices, int seconds)
            throws IOException, InterruptedException {
        List<SipStormDevices> groups = new ArrayList<>();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (int i = 0; i < SOCKETS; i++) {
            groups.add(new SipStormDevices(address, i, devices / SOCKETS));
        }
        AtomicBoolean keepalives = new AtomicBoolean();
        AtomicBoolean over = new AtomicBoolean();
        long start = System.nanoTime();
        groups.forEach(group -> MediaFarm.daemon(() -> group.live(keepalives, over)));
        while (groups.stream().anyMatch(group -> !group.isSignedIn())) {
            LockSupport.parkNanos(10_000_000);
        }
        double storm = (System.nanoTime() - start) / 1e9;
        double stormCpu = ProcessUsage.cpuSeconds(List.of(station));
        // the questions to 5,000 new devices take a while: they belong to the storm
        Thread.sleep(60_000);
        double greetingCpu = ProcessUsage.cpuSeconds(List.of(station)) - stormCpu;
        keepalives.set(true);
        Kept kept = keepAlive(station, groups, seconds);
        over.set(true);
        Row.print(
                SipStorm.class,
                devices + " devices over UDP",
                String.format(
                        Locale.ROOT,
                        "all signed in after %.1f s (%.1f s of processor, %.1f s more to ask each five things);"
                                + " keepalives each 60 s, %.0f answered/s: %.1f %% of a core, %.0f MB",
                        storm,
                        stormCpu,
                        greetingCpu,
                        kept.answered() / kept.seconds(),
                        100 * kept.cpuSeconds() / kept.seconds(),
                        ProcessUsage.residentMegabytes(List.of(station))),
                "< 5 % of a core");
    }

    /** What the station did while the devices only kept alive. */
    private record Kept(double cpuSeconds, double seconds, long answered) {}

    private static Kept keepAlive(Process station, List<SipStormDevices> groups, int seconds)
            throws IOException, InterruptedException {
        Thread.sleep(10_000);
        double before = ProcessUsage.cpuSeconds(List.of(station));
        long answersBefore = answers(groups);
        long begin = System.nanoTime();
        Thread.sleep(seconds * 1_000L);
        double cpu = ProcessUsage.cpuSeconds(List.of(station)) - before;
        return new Kept(cpu, (System.nanoTime() - begin) / 1e9, answers(groups) - answersBefore);
    }

    private static long answers(List<SipStormDevices> groups) {
        return groups.stream().mapToLong(SipStormDevices::keepalivesAnswered).sum();
    }
}
