package org.gridsight.benchmarks;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** One viewer who looks on over the same connection while its camera goes and comes back. */
final class ReturnWatch implements AutoCloseable {

    private final Socket line;
    private final Latencies waits;
    private final AtomicLong backSince = new AtomicLong();

    ReturnWatch(Socket line, Latencies waits) {
        this.line = line;
        this.waits = waits;
        MediaFarm.daemon(this::read);
    }

    /** From now on the next picture is what is waited for. */
    void cameraIsBack(long nanos) {
        backSince.set(nanos);
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(line.getInputStream(), 64 << 10))) {
            while (true) {
                MediaReader.nextPicture(in);
                long since = backSince.getAndSet(0);
                if (since != 0) {
                    waits.add(System.nanoTime() - since);
                }
            }
        } catch (IOException e) {
            // the relay has ended
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
