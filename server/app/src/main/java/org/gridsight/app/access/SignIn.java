package org.gridsight.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.Rejected;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks name and password, counts failures, locks. Takes the same time for a name that does not exist. */
@Service
class SignIn {

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Refusals refusals;
    private final AccessSettings settings;
    private final Clock clock;
    private final String hashOfNobody;

    SignIn(
            AccountRepository accounts,
            PasswordEncoder passwords,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Refusals refusals,
            AccessSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.transaction = transaction;
        this.events = events;
        this.refusals = refusals;
        this.settings = settings;
        this.clock = clock;
        this.hashOfNobody = String.valueOf(passwords.encode("nobody"));
    }

    CurrentUser check(String username, String password) {
        Instant now = clock.instant();
        Optional<Account> known = accounts.findById(username).filter(account -> !account.isDisabled());
        known.filter(account -> account.lockedUntil(now).isPresent()).ifPresent(account -> {
            throw locked(account, now);
        });
        boolean right =
                passwords.matches(password, known.map(Account::passwordHash).orElse(hashOfNobody));
        if (known.isEmpty()) {
            refusals.atUnknown();
            throw new Rejected(AccessReason.SIGN_IN_FAILED);
        }
        Account counted = count(username, right);
        // somebody else's guesses at the same time may have locked it in between
        if (counted.lockedUntil(now).isPresent() && right) {
            throw locked(counted, now);
        }
        if (!right || counted.isDisabled()) {
            throw new Rejected(AccessReason.SIGN_IN_FAILED);
        }
        return counted.asUser();
    }

    private Rejected locked(Account account, Instant now) {
        refusals.atLocked(account);
        Instant until = account.lockedUntil(now).orElse(now);
        return new Rejected(AccessReason.LOCKED, Duration.between(now, until).toMinutes() + 1);
    }

    void closed(CurrentUser user) {
        transaction.executeWithoutResult(status -> publish(user.username(), "session.close"));
    }

    /** One by one: the row is held, so that guesses at the same time count as many. */
    private Account count(String username, boolean right) {
        return transaction.execute(status -> {
            Account account = accounts.lock(username).orElseThrow(() -> new Rejected(AccessReason.SIGN_IN_FAILED));
            if (right && account.lockedUntil(clock.instant()).isEmpty() && !account.isDisabled()) {
                account.unlock();
                publish(username, "session.open");
            } else if (!right) {
                account.signInFailed(clock.instant(), settings.lockAfter(), settings.lockFor());
                publish(username, "session.refused");
            }
            return accounts.save(account);
        });
    }

    private void publish(String username, String action) {
        events.publishEvent(AuditEntry.of(username, action, "account/" + username, "", Map.of()));
    }
}
