package org.gridsight.app.cameras.alarms;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.gridsight.app.cameras.alarms.AlarmCards.Card;
import org.gridsight.app.cameras.alarms.AlarmCards.Ringer;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.kernel.Scope;
import org.gridsight.media.gb28181.Alarm;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes incidents of the alarms of devices: the first of a camera and kind opens one, what follows is counted on its card.
 * When too many cards open at once, further ones become one card for all cameras.
 */
@Service
public class Alarms {

    /** Stands for whichever camera on the card of a flood. */
    static final String ALL = "*";

    private static final int MOST_REMEMBERED = 10_000;

    private final AlarmCards cards;
    private final AlarmReport report;
    private final Incidents incidents;
    private final AlarmSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<Key, Ringing> ringing = new ConcurrentHashMap<>();

    Alarms(
            AlarmCards cards,
            AlarmReport report,
            Incidents incidents,
            AlarmSettings settings,
            TransactionTemplate transaction,
            Clock clock,
            MeterRegistry meters) {
        this.cards = cards;
        this.report = report;
        this.incidents = incidents;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    private record Key(String ringer, AlarmKind kind) {}

    /** A card that gathers; its counts are written now and then. Guarded by itself. */
    private static final class Ringing {
        private final UUID cardId;
        private final Instant until;
        private int unwritten;
        private Instant lastAt;

        Ringing(UUID cardId, Instant until, Instant lastAt) {
            this.cardId = cardId;
            this.until = until;
            this.lastAt = lastAt;
        }

        synchronized void again(Instant at) {
            unwritten++;
            lastAt = at;
        }

        synchronized void write(AlarmCards cards) {
            if (unwritten > 0) {
                cards.rangAgain(cardId, unwritten, lastAt);
                unwritten = 0;
            }
        }
    }

    /** One at a time, in the thread that tells of devices. */
    public synchronized void hear(Alarm alarm) {
        Optional<AlarmKind> kind = AlarmKind.of(alarm).filter(settings.kinds()::contains);
        meters.counter("gridsight.cameras.alarms", "kind", kind.map(Enum::name).orElse("ignored"))
                .increment();
        if (kind.isPresent()) {
            // what no camera of ours stands for has no place either
            cards.ringer(alarm.deviceId(), alarm.channelId()).ifPresent(ringer -> rang(ringer, kind.get()));
        }
    }

    private void rang(Ringer ringer, AlarmKind kind) {
        Instant now = clock.instant();
        if (!countedOn(new Key(ringer.id(), kind), now)) {
            boolean flood = cards.openedSince(now.minus(settings.cardEvery())) >= settings.flood();
            Ringer named =
                    flood ? new Ringer(ALL, "", ringer.gridCode(), ringer.longitude(), ringer.latitude()) : ringer;
            if (!flood || !countedOn(new Key(ALL, kind), now)) {
                open(named, kind, now);
            }
        }
    }

    /** False when no card gathers for it now. */
    private boolean countedOn(Key key, Instant now) {
        Ringing known = ringing.get(key);
        if (known == null || !now.isBefore(known.until)) {
            Optional<Card> card = cards.latest(key.ringer(), key.kind()).filter(latest -> gathers(latest, now));
            if (card.isEmpty()) {
                return false;
            }
            known = remember(key, card.get(), now);
        }
        known.again(now);
        return true;
    }

    private boolean gathers(Card card, Instant now) {
        return now.isBefore(card.firstAt().plus(settings.cardEvery()))
                || card.incidentId()
                        .flatMap(id -> incidents.find(id, Scope.everything()))
                        .filter(incident -> incident.status().isOpen())
                        .isPresent();
    }

    private Ringing remember(Key key, Card card, Instant now) {
        settle();
        if (ringing.size() >= MOST_REMEMBERED) {
            ringing.clear();
        }
        Ringing fresh = new Ringing(card.cardId(), now.plus(settings.cardEvery()), now);
        ringing.put(key, fresh);
        return fresh;
    }

    private void open(Ringer ringer, AlarmKind kind, Instant now) {
        Card card = transaction.execute(status -> {
            Optional<String> incident = report.of(ringer, kind, now);
            Card opened = new Card(
                    UUID.randomUUID(), ringer.id(), ringer.name(), kind, ringer.gridCode(), incident, now, now, 1);
            cards.insert(opened);
            return opened;
        });
        remember(new Key(ringer.id(), kind), card, now);
    }

    /** Writes what has rung since, and forgets what has been quiet. */
    @Scheduled(fixedDelayString = "PT5S")
    public void settle() {
        Instant now = clock.instant();
        ringing.forEach((key, card) -> {
            card.write(cards);
            if (!now.isBefore(card.until)) {
                ringing.remove(key, card);
            }
        });
    }
}
