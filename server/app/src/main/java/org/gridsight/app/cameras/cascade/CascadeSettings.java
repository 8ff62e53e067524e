package org.gridsight.app.cameras.cascade;

import java.time.Duration;
import org.gridsight.media.gb28181.UpperTimes;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Links to upper platforms; {@code application.yml} is the manual.
 *
 * @param sipPorts first and last port; each link takes one for itself, UDP and TCP
 * @param longestStream after so long a stream ends and has to be asked for, and put on record, anew
 */
@ConfigurationProperties("gridsight.cascade")
record CascadeSettings(
        String sipPorts, Duration longestStream, Duration expires, Duration keepalive, Duration longestRetry) {

    int firstPort() {
        return port(0);
    }

    int lastPort() {
        return port(1);
    }

    private int port(int which) {
        String[] ports = sipPorts.strip().split("-", -1);
        if (ports.length != 2 || !ports[0].matches("\\d{1,5}") || !ports[1].matches("\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "gridsight.cascade.sip-ports must be two ports such as 5070-5079, was " + sipPorts);
        }
        return Integer.parseInt(ports[which]);
    }

    UpperTimes times() {
        UpperTimes usual = UpperTimes.defaults();
        return new UpperTimes(
                expires, keepalive, usual.answer(), usual.firstRetry(), longestRetry, usual.changes(), usual.picture());
    }
}
