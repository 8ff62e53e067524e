package org.gridsight.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes one's own password. A wrong current one counts like a failed sign-in, so an open screen is no place to guess. */
@Service
class OwnPassword {

    private static final Text WRONG = new Text("当前密码不正确。", "is not your current password");
    private static final Text SAME = new Text("须与当前密码不同。", "must differ from the current one");

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final AccessSettings settings;
    private final Clock clock;

    OwnPassword(
            AccountRepository accounts,
            PasswordEncoder passwords,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            AccessSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.transaction = transaction;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of a try. */
    enum Outcome {
        CHANGED,
        WRONG,
        LOCKED
    }

    /** Body of {@code PUT /api/session/password}. */
    record Wish(
            @Nullable String current,
            @Nullable String password,
            @Nullable Boolean withdrawTokens) {

        void check() {
            Faults faults = new Faults();
            faults.required("current", current);
            faults.required("password", password).ifPresent(secret -> PasswordRule.check(faults, "password", secret));
            if (password != null && password.equals(current)) {
                faults.add("password", SAME);
            }
            faults.throwIfAny();
        }
    }

    /** Throws what can be put right; {@link Outcome#LOCKED} when this wrong guess was one too many. */
    Outcome change(CurrentUser user, Wish wish) {
        wish.check();
        Outcome outcome = transaction.execute(status -> judge(user.username(), wish));
        if (outcome == Outcome.WRONG) {
            Faults faults = new Faults();
            faults.add("current", WRONG);
            faults.throwIfAny();
        }
        return outcome;
    }

    /** Nothing is thrown once a guess was counted, or its count would be undone. */
    private Outcome judge(String username, Wish wish) {
        Instant now = clock.instant();
        Account account = accounts.lock(username).orElseThrow(() -> new Rejected(AccessReason.NOT_SIGNED_IN));
        account.lockedUntil(now).ifPresent(until -> {
            throw new Rejected(
                    AccessReason.PASSWORD_PAUSED, Duration.between(now, until).toMinutes() + 1);
        });
        boolean right = passwords.matches(String.valueOf(wish.current()), account.passwordHash());
        if (right) {
            account.setPassword(String.valueOf(passwords.encode(String.valueOf(wish.password()))));
            publish(username, "account.password");
        } else {
            account.signInFailed(now, settings.lockAfter(), settings.lockFor());
            publish(username, "account.password-refused");
        }
        accounts.save(account);
        if (right) {
            return Outcome.CHANGED;
        }
        return account.lockedUntil(now).isPresent() ? Outcome.LOCKED : Outcome.WRONG;
    }

    private void publish(String username, String action) {
        events.publishEvent(AuditEntry.of(username, action, "account/" + username, "", Map.of()));
    }
}
