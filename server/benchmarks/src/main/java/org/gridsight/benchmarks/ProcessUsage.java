package org.gridsight.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** What Linux says about processes: processor time and memory. */
final class ProcessUsage {

    private static final double TICKS_PER_SECOND = 100;

    private ProcessUsage() {}

    /** Seconds of processor time of all of them so far. */
    static double cpuSeconds(Collection<Process> processes) throws IOException {
        double seconds = 0;
        for (Process process : processes) {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            seconds += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        }
        return seconds;
    }

    /** Resident megabytes of all of them. */
    static double residentMegabytes(Collection<Process> processes) throws IOException {
        double megabytes = 0;
        for (Process process : processes) {
            megabytes += Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"))
                            .lines()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        }
        return megabytes;
    }
}
