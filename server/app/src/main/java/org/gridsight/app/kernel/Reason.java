package org.gridsight.app.kernel;

/** Why a call was refused. Each room lists its reasons in one enum; a code never changes once released. */
public interface Reason {

    /** Stable, {@code room.words-with-dashes}. */
    String code();

    /** HTTP status, 4xx. */
    int status();

    /** What happened and what to do, with placeholders. */
    Text text();
}
