package org.gridsight.app.incidents;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a step records besides who and which.
 *
 * @param event RETURNED, REOPENED and the like, where the action alone does not say it
 * @param clockLeftSeconds on the clock that ran before the step
 */
record StepFacts(
        String action,
        @Nullable String event,
        @Nullable IncidentStatus from,
        IncidentStatus to,
        Instant at,
        @Nullable Instant deviceAt,
        @Nullable String requestKey,
        @Nullable Long clockLeftSeconds,
        @Nullable String reasonCode,
        @Nullable String words,
        Map<String, String> details,
        @Nullable Former former) {

    /** A step made by the product, or felt by a case that another one's move touched. */
    static StepFacts plain(
            String action, String event, IncidentStatus status, Instant at, Map<String, String> details) {
        return new StepFacts(action, event, status, status, at, null, null, null, null, null, details, null);
    }

    /** Why the one sent gives an order back. */
    StepFacts because(@Nullable String code, @Nullable String said) {
        return new StepFacts(
                action, event, from, to, at, deviceAt, requestKey, clockLeftSeconds, code, said, details, former);
    }

    StepFacts saying(@Nullable String said) {
        return new StepFacts(
                action, event, from, to, at, deviceAt, requestKey, clockLeftSeconds, reasonCode, said, details, former);
    }

    StepFacts withClockLeft(@Nullable Long seconds) {
        return new StepFacts(
                action, event, from, to, at, deviceAt, requestKey, seconds, reasonCode, words, details, former);
    }

    static StepFacts of(Act act, Turn turn, IncidentStatus from, Instant at) {
        return new StepFacts(
                act.move().word(),
                turn.event(),
                from,
                turn.next().status(),
                at,
                DeviceTime.at(act.device()),
                act.requestKey(),
                turn.clockLeftSeconds(),
                act.reasonCode(),
                act.words(),
                turn.details(),
                turn.former());
    }

    /** With what the device's clock says of it. */
    StepFacts ofDevice(@Nullable DeviceTime device, Instant reportedAt) {
        Map<String, String> all = new TreeMap<>(details);
        if (device != null) {
            all.putAll(device.details(reportedAt, at));
        }
        return new StepFacts(
                action,
                event,
                from,
                to,
                at,
                DeviceTime.at(device),
                requestKey,
                clockLeftSeconds,
                reasonCode,
                words,
                all,
                former);
    }
}
