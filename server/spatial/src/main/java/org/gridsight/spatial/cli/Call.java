package org.gridsight.spatial.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;
import org.jspecify.annotations.Nullable;

/** One call of a command: its options, its points, its threads, and the stop watch of the computing. */
final class Call implements AutoCloseable {

    private final Options options;
    private final PrintStream err;
    private final int threads;
    private @Nullable ExecutorService pool;
    private long nanoseconds;

    Call(Options options, PrintStream err) {
        this.options = options;
        this.err = err;
        this.threads = options.whole(Option.THREADS, 1, Runtime.getRuntime().availableProcessors());
    }

    Options options() {
        return options;
    }

    /** The points of {@code --in}, with their times when {@code --t} is given. */
    Places places() throws IOException {
        return Places.read(options);
    }

    /** The points of {@code --in}, whose times are required. */
    Places placesWithTimes() throws IOException {
        options.text(Option.T);
        return Places.read(options);
    }

    /** A run on {@code --threads} threads. */
    Run run() {
        if (threads == 1) {
            return Run.alone();
        }
        if (pool == null) {
            pool = Executors.newFixedThreadPool(threads - 1, work -> {
                Thread thread = new Thread(work, "gridsight-spatial");
                thread.setDaemon(true);
                return thread;
            });
        }
        return Run.on(pool, threads, share -> {});
    }

    /** Does the work and adds its time to {@code seconds}. Reading and writing stay outside. */
    <T> T timed(Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanoseconds += System.nanoTime() - start;
        }
    }

    double seconds() {
        return nanoseconds / 1000 / 1e6;
    }

    /** Rows of the result file. */
    @FunctionalInterface
    interface Rows {
        void to(CsvWriter out) throws IOException;
    }

    /** Writes {@code --out} when it is asked for. */
    void write(String header, Rows rows) throws IOException {
        String name = options.textOrNull(Option.OUT);
        if (name == null) {
            return;
        }
        Path file = Path.of(name);
        String source = options.textOrNull(Option.IN);
        if (source != null && Files.exists(file) && Files.isSameFile(file, Path.of(source))) {
            throw new UnusableInput("--out would overwrite --in " + source);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new UnusableInput("--out " + name + " cannot be written: there is no such folder, or it is one");
        }
        try (CsvWriter out = new CsvWriter(file)) {
            out.text(header).end();
            rows.to(out);
        }
    }

    /** Tells the reader something beside the result, on stderr. */
    void remark(String line) {
        err.println(line);
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
