package org.gridsight.app.hotspots;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.gridsight.app.kernel.Text;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.UnusableInput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One study under way or done. Who begins it, or calls it off before, is its only writer; everybody reads volatile fields.
 * Calling it off ends the work at its next check, within a fraction of a second.
 */
final class Analysis implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Analysis.class);

    private static final Text TOO_MUCH = new Text(
            "数据太多，内存不足：请缩小范围、时段或距离。",
            "Too much for the memory: take a smaller area, a shorter period or a shorter distance.");

    /** Where it stands. */
    enum Status {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /** Everything but the end. */
    private final String id;

    private final String owner;
    private final Run run;
    private final Function<Run, HotspotMap> work;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile Status status = Status.RUNNING;
    private volatile double progress;
    private volatile @Nullable HotspotMap map;
    private volatile @Nullable Text fault;

    Analysis(String id, String owner, Executor helpers, int threads, Function<Run, HotspotMap> work) {
        this.id = id;
        this.owner = owner;
        this.run = Run.on(helpers, threads, this::hear);
        this.work = work;
    }

    private void hear(double share) {
        progress = Math.max(progress, Math.min(1, share));
    }

    @Override
    public void run() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        try {
            run.check();
            map = work.apply(run);
            progress = 1;
            status = Status.DONE;
        } catch (CancellationException calledOff) {
            status = Status.CANCELLED;
        } catch (UnusableInput unusable) {
            String why = String.valueOf(unusable.getMessage());
            fault = HotspotReason.UNUSABLE.text().with(why);
            status = Status.FAILED;
        } catch (OutOfMemoryError tooMuch) {
            log.error("study {} needs more memory than there is", id, tooMuch);
            fault = TOO_MUCH;
            status = Status.FAILED;
        } catch (RuntimeException bug) {
            log.error("study {} failed", id, bug);
            fault = new Text("内部错误，编号 {0}。", "Internal error, reference {0}.").with(id);
            status = Status.FAILED;
        } finally {
            over.countDown();
        }
    }

    /** True when it is over before the time is. */
    boolean await(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException called) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One that still waits for a thread is over at once. */
    void cancel() {
        run.cancel();
        if (begun.compareAndSet(false, true)) {
            status = Status.CANCELLED;
            over.countDown();
        }
    }

    String id() {
        return id;
    }

    String owner() {
        return owner;
    }

    Status status() {
        return status;
    }

    /** As {@code GET} answers. */
    Map<String, Object> wire() {
        Map<String, Object> wire = new LinkedHashMap<>();
        Status now = status;
        HotspotMap result = map;
        Text why = fault;
        wire.put("id", id);
        wire.put("status", now);
        wire.put("progress", progress);
        if (result != null) {
            wire.putAll(result.wire());
        }
        if (why != null) {
            wire.put("error", why);
        }
        return wire;
    }
}
