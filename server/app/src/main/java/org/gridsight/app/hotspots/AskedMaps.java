package org.gridsight.app.hotspots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridsight.app.incidents.DisputeCategory;
import org.gridsight.app.kernel.Rejected;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Maps that the clockwork does not keep: of days that are over and were not stored, and of one sort of dispute. Each is
 * computed once for all who ask, on the threads of the studies, and remembered for a while; who asks before it is done
 * hears how far it is.
 */
@Component
class AskedMaps {

    private final HotspotStore store;
    private final DayStudy study;
    private final Analyses analyses;
    private final HotspotSettings settings;
    private final JsonMapper json;
    private final Cache<Wish, Asked> kept = Caffeine.newBuilder()
            .maximumSize(400)
            .expireAfterWrite(Duration.ofHours(6))
            .build();

    AskedMaps(HotspotStore store, DayStudy study, Analyses analyses, HotspotSettings settings, JsonMapper json) {
        this.store = store;
        this.study = study;
        this.analyses = analyses;
        this.settings = settings;
        this.json = json;
    }

    /**
     * Which map.
     *
     * @param category of a dispute; empty for all kinds, each by itself
     * @param mark tells the states of a day that is not over from one another; empty for others
     */
    record Wish(LocalDate day, Optional<DisputeCategory> category, String mark) {}

    /** A map done or under way. */
    private record Asked(CompletableFuture<String> answer, AtomicInteger percent) {}

    /**
     * What can be said within a moment.
     *
     * @param answer empty while it is being computed
     */
    record Known(Optional<String> answer, double progress) {}

    /** @throws Rejected when too many studies wait already */
    Known of(Wish wish) {
        Asked asked = kept.get(wish, this::begin);
        try {
            String answer = asked.answer().get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
            return new Known(Optional.of(answer), 1);
        } catch (TimeoutException slow) {
            return new Known(Optional.empty(), asked.percent().get() / 100.0);
        } catch (InterruptedException called) {
            Thread.currentThread().interrupt();
            return new Known(Optional.empty(), asked.percent().get() / 100.0);
        } catch (ExecutionException failed) {
            // who asks again starts anew
            kept.asMap().remove(wish, asked);
            throw failed.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(failed);
        }
    }

    private Asked begin(Wish wish) {
        AtomicInteger percent = new AtomicInteger();
        CompletableFuture<String> answer = stored(wish)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> analyses.work(run -> json.writeValueAsString(
                        study.map(wish.day(), wish.category(), run, share -> percent.set((int) (100 * share)))
                                .wire())));
        return new Asked(answer, percent);
    }

    private Optional<String> stored(Wish wish) {
        return wish.category().isPresent()
                ? Optional.empty()
                : store.find(Optional.of(wish.day())).map(HotspotStore.Stored::answer);
    }
}
