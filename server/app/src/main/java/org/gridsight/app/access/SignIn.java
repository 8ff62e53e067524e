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
    private final AccessSettings settings;
    private final Clock clock;
    private final String hashOfNobody;

    SignIn(
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
        this.hashOfNobody = String.valueOf(passwords.encode("nobody"));
    }

    CurrentUser check(String username, String password) {
        Instant now = clock.instant();
        Optional<Account> known = accounts.findById(username).filter(account -> !account.isDisabled());
        known.flatMap(account -> account.lockedUntil(now)).ifPresent(until -> {
            throw new Rejected(AccessReason.LOCKED, Duration.between(now, until).toMinutes() + 1);
        });
        boolean right =
                passwords.matches(password, known.map(Account::passwordHash).orElse(hashOfNobody));
        if (known.isEmpty() || !right) {
            known.ifPresentOrElse(account -> record(account.username(), false), this::recordUnknown);
            throw new Rejected(AccessReason.SIGN_IN_FAILED);
        }
        return record(username, true);
    }

    /** Without the typed name: it may be a password in the wrong field. */
    private void recordUnknown() {
        transaction.executeWithoutResult(status ->
                events.publishEvent(AuditEntry.of("unknown", "session.refused", "account/unknown", "", Map.of())));
    }

    void closed(CurrentUser user) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                AuditEntry.of(user.username(), "session.close", "account/" + user.username(), "", Map.of())));
    }

    private CurrentUser record(String username, boolean right) {
        return transaction.execute(status -> {
            Account account = accounts.lock(username).orElseThrow(() -> new Rejected(AccessReason.SIGN_IN_FAILED));
            if (right) {
                account.signedIn();
            } else {
                account.signInFailed(clock.instant(), settings.lockAfter(), settings.lockFor());
            }
            accounts.save(account);
            String action = right ? "session.open" : "session.refused";
            events.publishEvent(AuditEntry.of(username, action, "account/" + username, "", Map.of()));
            return account.asUser();
        });
    }
}
