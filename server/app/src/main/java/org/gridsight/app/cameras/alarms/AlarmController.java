package org.gridsight.app.cameras.alarms;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What rang and how often, beside the incidents that it became. */
@RestController
class AlarmController {

    private static final int MOST = 200;

    private final AlarmCards cards;

    AlarmController(AlarmCards cards) {
        this.cards = cards;
    }

    /** @param cameraId camera or device; {@code *} for several at once */
    record AlarmView(
            String cameraId,
            String name,
            AlarmKind kind,
            String words,
            int count,
            Instant firstAt,
            Instant lastAt,
            Optional<String> incidentId) {

        static AlarmView from(AlarmCards.Card card, Locale locale) {
            return new AlarmView(
                    card.ringer(),
                    card.name(),
                    card.kind(),
                    card.kind().text().in(locale),
                    card.count(),
                    card.firstAt(),
                    card.lastAt(),
                    card.incidentId());
        }
    }

    @GetMapping("/api/cameras/alarms")
    Map<String, List<AlarmView>> list(
            @RequestParam(required = false) @Nullable String incidentId, CurrentUser user, Locale locale) {
        List<AlarmCards.Card> found = incidentId == null || incidentId.isBlank()
                ? cards.list(user.scope(), MOST)
                : cards.ofIncident(user.scope(), incidentId);
        return Map.of(
                "items",
                found.stream().map(card -> AlarmView.from(card, locale)).toList());
    }
}
