package org.gridsight.media;

/**
 * One run of one camera's stream. It is opened once, tells what comes until it ends or is closed, and never retries: that is
 * the supervisor's.
 */
public interface Source extends AutoCloseable {

    /** Begins and returns at once. All calls to {@code events} come one after the other, from threads of the source. */
    void open(SourceEvents events);

    /** Ends the run and frees what it holds; at most one event may still be on its way. May be called twice. */
    @Override
    void close();
}
