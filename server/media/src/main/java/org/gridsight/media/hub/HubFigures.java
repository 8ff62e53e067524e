package org.gridsight.media.hub;

import java.util.Map;

/**
 * One camera's counters since the server started.
 *
 * @param starts runs of its source
 * @param pictures handed on
 * @param bytes of these
 * @param faults by code
 */
public record HubFigures(int viewers, long starts, long pictures, long bytes, Map<String, Long> faults) {

    public HubFigures {
        faults = Map.copyOf(faults);
    }
}
