package org.gridsight.app.cameras;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.media.StreamStep;
import org.gridsight.media.hub.Advice;
import org.gridsight.media.hub.Diagnosis;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Says of the last session how far it came, and what to try when no picture came. */
@RestController
class DiagnosisController {

    private final Cameras cameras;
    private final LiveStreams streams;

    DiagnosisController(Cameras cameras, LiveStreams streams) {
        this.cameras = cameras;
        this.streams = streams;
    }

    /**
     * @param cause what the source said, for a technician; never an address
     * @param notes what else is to be known of a stream that may well come, such as sound that is left out
     */
    record DiagnosisView(
            List<Step> steps,
            Optional<String> failedStep,
            Optional<String> advice,
            Optional<String> adviceCode,
            Optional<String> cause,
            List<String> notes) {}

    record Step(String step, Instant at, boolean ok) {}

    @GetMapping("/api/cameras/{id}/diagnosis")
    DiagnosisView diagnosis(@PathVariable String id, CurrentUser user, Locale locale) {
        Camera camera = cameras.find(id, user.scope());
        Diagnosis found = streams.diagnosis(camera, user);
        Optional<Advice> advice = Optional.ofNullable(found.advice());
        return new DiagnosisView(
                found.steps().stream()
                        .map(entry -> new Step(entry.step().word(), entry.at(), entry.ok()))
                        .toList(),
                Optional.ofNullable(found.failedStep()).map(StreamStep::word),
                advice.map(what -> AdviceWords.of(what).in(locale)),
                advice.map(Advice::code),
                Optional.ofNullable(found.cause()).map(fault -> fault.code() + ": " + fault.detail()),
                streams.notes(camera, user).stream()
                        .map(note -> note.in(locale))
                        .toList());
    }
}
