package org.gridsight.app.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, changes and lists accounts. A change ends the sessions of its account, so that it counts at once. */
@Service
public class Accounts {

    static final int MOST = 5_000;

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            PasswordEncoder passwords,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
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

    @Transactional(readOnly = true)
    List<AccountView> list() {
        return accounts.findAllByOrderByUsername(Limit.of(MOST)).stream()
                .map(AccountView::from)
                .toList();
    }

    @Transactional
    AccountView change(String username, AccountChange change, CurrentUser actor) {
        Account account = accounts.findById(username).orElseThrow(() -> new Rejected(CommonReason.NOT_FOUND, username));
        if (account.version() != change.version()) {
            throw new Rejected(AccessReason.STALE_ACCOUNT).with("current", AccountView.from(account));
        }
        CurrentUser before = account.asUser();
        change.applyTo(account, passwords);
        requireAnAdministrator(before, account);
        Account saved = accounts.save(account);
        sessions.findByPrincipalName(username).keySet().forEach(sessions::deleteById);
        publish(actor.username(), "account.change", username, change.describe());
        return AccountView.from(saved);
    }

    private void requireAnAdministrator(CurrentUser before, Account after) {
        boolean stays = !after.isDisabled() && after.roles().contains(Role.SYSTEM_ADMIN);
        if (before.has(Role.SYSTEM_ADMIN) && !stays) {
            boolean another = accounts.findAll().stream()
                    .anyMatch(other -> !other.username().equals(after.username())
                            && !other.isDisabled()
                            && other.roles().contains(Role.SYSTEM_ADMIN));
            if (!another) {
                throw new Rejected(AccessReason.LAST_ADMIN);
            }
        }
    }

    /** The three administrators exclude one another and hold no other role. */
    static boolean mayStandTogether(Set<Role> roles) {
        return roles.size() == 1 || roles.stream().noneMatch(Role::isAdministrator);
    }

    private void publish(String actor, String action, String username, Map<String, String> details) {
        events.publishEvent(AuditEntry.of(actor, action, "account/" + username, "", details));
    }
}
