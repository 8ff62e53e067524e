package org.gridsight.app.live;

import org.springframework.web.socket.CloseStatus;

/** The wire under a connection. Sending returns at once; the outcome comes to the callback, on any thread. */
interface Line {

    void send(String frame, Outcome outcome);

    void close(CloseStatus status);

    /** Told once for each frame. */
    interface Outcome {
        void sent(boolean ok);
    }
}
