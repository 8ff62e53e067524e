package org.gridsight.app.cameras;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.gridsight.media.MediaFault;
import org.gridsight.media.Source;
import org.gridsight.media.SourceEvents;
import org.gridsight.media.net.RefusedAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A source that must look into the database or ask a name server before it can be made; it does so on another thread. */
final class LateSource implements Source {

    private static final Logger log = LoggerFactory.getLogger(LateSource.class);

    private final Executor executor;
    private final Callable<Source> maker;
    private @Nullable Source made;
    private boolean closed;

    LateSource(Executor executor, Callable<Source> maker) {
        this.executor = executor;
        this.maker = maker;
    }

    @Override
    public void open(SourceEvents events) {
        executor.execute(() -> make(events));
    }

    private void make(SourceEvents events) {
        synchronized (this) {
            if (closed) {
                // given up while it waited: slow name servers must not pile up old questions
                return;
            }
        }
        Source source;
        try {
            source = maker.call();
        } catch (RefusedAddress refused) {
            events.ended(new MediaFault("address-refused", refused.fault().detail()));
            return;
        } catch (Exception failure) {
            log.warn("a camera's source could not be made, before the step registered", failure);
            events.ended(new MediaFault("source-failed", failure.getClass().getSimpleName()));
            return;
        }
        synchronized (this) {
            if (closed) {
                return;
            }
            made = source;
        }
        source.open(events);
    }

    @Override
    public void close() {
        Source open;
        synchronized (this) {
            closed = true;
            open = made;
        }
        if (open != null) {
            open.close();
        }
    }
}
