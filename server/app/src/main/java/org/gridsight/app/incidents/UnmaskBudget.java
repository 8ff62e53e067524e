package org.gridsight.app.incidents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.springframework.stereotype.Component;

/** How often a minute somebody may unmask people of any case, so that nobody reads through the book. */
@Component
class UnmaskBudget {

    private static final int WATCHED_USERS = 10_000;

    private final int most;
    private final Cache<String, AtomicInteger> spent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(WATCHED_USERS)
            .build();

    UnmaskBudget(IncidentSettings settings) {
        this.most = settings.unmaskPerMinute();
    }

    void spend(CurrentUser user) {
        AtomicInteger count = spent.get(user.username(), name -> new AtomicInteger());
        if (count.incrementAndGet() > most) {
            throw new Rejected(CommonReason.TOO_MANY, 60);
        }
    }
}
