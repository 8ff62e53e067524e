package org.gridsight.app.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, changes and lists accounts. A change ends the sessions of its account, so that it counts at once. */
@Service
public class Accounts {

    static final int MOST = 5_000;

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final OpenSessions openSessions;
    private final PersonalReads reads;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            PasswordEncoder passwords,
            OpenSessions openSessions,
            PersonalReads reads,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.openSessions = openSessions;
        this.reads = reads;
        this.events = events;
        this.clock = clock;
    }

    public boolean isEmpty() {
        return accounts.count() == 0;
    }

    @Transactional
    public void open(NewAccount wanted, String password, String actor) {
        if (accounts.existsById(wanted.username())) {
            throw new Rejected(AccessReason.NAME_TAKEN, wanted.username());
        }
        accounts.save(new Account(wanted, passwords.encode(password), clock.instant()));
        publish(
                actor,
                "account.open",
                wanted.username(),
                Map.of("roles", wanted.roles().toString()));
    }

    /** As {@link #open}, for a person: administrators beyond the first of their kind are not his to make. */
    @Transactional
    void openFor(CurrentUser actor, NewAccount wanted, String password) {
        Separation.requireFirst(wanted, accounts.lockAdministrators());
        open(wanted, password, actor.username());
    }

    /** Display names of these accounts; one that is gone is not in it. */
    @Transactional(readOnly = true)
    public Map<String, String> namesOf(Set<String> usernames) {
        return accounts.findAllById(usernames).stream()
                .map(Account::asUser)
                .collect(Collectors.toMap(CurrentUser::username, CurrentUser::displayName));
    }

    @Transactional(readOnly = true)
    List<AccountView> list() {
        return accounts.findAllByOrderByUsername(Limit.of(MOST)).stream()
                .map(this::view)
                .toList();
    }

    /** As {@link #list}, on record: names of people. */
    @Transactional
    List<AccountView> listFor(CurrentUser reader) {
        reads.record(AuditEntry.of(reader.username(), "account.read", "account/*", "", Map.of()));
        return list();
    }

    @Transactional
    AccountView change(String username, AccountChange change, CurrentUser actor) {
        List<Account> administrators = accounts.lockAdministrators();
        Account account = locked(username);
        Separation.requireReach(change, account);
        if (account.version() != change.version()) {
            throw new Rejected(AccessReason.STALE_ACCOUNT).with("current", view(account));
        }
        CurrentUser before = account.asUser();
        boolean wasDisabled = account.isDisabled();
        change.applyTo(account, passwords);
        Separation.requireAnother(before, wasDisabled, account, administrators);
        Account saved = accounts.saveAndFlush(account);
        openSessions.end(username, Optional.empty());
        publish(actor.username(), "account.change", username, change.describe());
        return view(saved);
    }

    /** Signs somebody out everywhere; his tokens stay. */
    @Transactional
    int endSessions(String username, CurrentUser actor) {
        Account account = locked(username);
        int ended = openSessions.end(account.username(), Optional.empty());
        publish(actor.username(), "session.end", username, Map.of("sessions", Integer.toString(ended)));
        return ended;
    }

    private Account locked(String username) {
        return accounts.lock(username).orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, username));
    }

    private AccountView view(Account account) {
        return AccountView.from(account, clock.instant());
    }

    /** The three administrators exclude one another and hold no other role. */
    static boolean mayStandTogether(Set<Role> roles) {
        return roles.size() == 1 || roles.stream().noneMatch(Role::isAdministrator);
    }

    private void publish(String actor, String action, String username, Map<String, String> details) {
        events.publishEvent(AuditEntry.of(actor, action, "account/" + username, "", details));
    }
}
