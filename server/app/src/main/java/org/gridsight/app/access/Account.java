package org.gridsight.app.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridsight.app.kernel.Scope;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** Somebody who may sign in. Counts failed sign-ins and locks itself; never knows a password, only its hash. */
@Entity
@Table(schema = "access", name = "account")
class Account {

    @Id
    private String username = "";

    @Version
    private long version;

    private String displayName = "";
    private String passwordHash = "";
    private String roles = "";
    private String scope = "";

    @Nullable
    private String workerId;

    @Nullable
    private String unitId;

    // whoever guesses passwords must not make an administrator's change stale
    @OptimisticLock(excluded = true)
    private int failures;

    @Nullable
    @OptimisticLock(excluded = true)
    private Instant lockedUntil;

    private boolean disabled;

    @Column(updatable = false)
    private Instant createdAt = Instant.EPOCH;

    protected Account() {}

    Account(NewAccount wanted, String passwordHash, Instant now) {
        this.username = wanted.username();
        this.workerId = wanted.workerId();
        this.unitId = wanted.unitId();
        this.passwordHash = passwordHash;
        this.createdAt = now;
        describe(wanted.displayName(), wanted.roles(), wanted.scope());
    }

    final void describe(String newDisplayName, Set<Role> newRoles, Scope newScope) {
        displayName = newDisplayName;
        roles = joined(newRoles);
        scope = newScope.prefix();
    }

    static String joined(Set<Role> roles) {
        return roles.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    static Set<Role> parted(String names) {
        return Arrays.stream(names.split(",")).map(Role::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    void setPassword(String newPasswordHash) {
        passwordHash = newPasswordHash;
        unlock();
    }

    void setDisabled(boolean nowDisabled) {
        disabled = nowDisabled;
    }

    void signInFailed(Instant now, int lockAfter, Duration lockFor) {
        failures++;
        if (failures >= lockAfter) {
            failures = 0;
            lockedUntil = now.plus(lockFor);
        }
    }

    /** After a right password, or by an administrator: the count begins anew. */
    void unlock() {
        failures = 0;
        lockedUntil = null;
    }

    Optional<Instant> lockedUntil(Instant now) {
        return Optional.ofNullable(lockedUntil).filter(now::isBefore);
    }

    boolean isDisabled() {
        return disabled;
    }

    String passwordHash() {
        return passwordHash;
    }

    String username() {
        return username;
    }

    long version() {
        return version;
    }

    Set<Role> roles() {
        return parted(roles);
    }

    CurrentUser asUser() {
        return new CurrentUser(username, displayName, roles(), new Scope(scope), workerId, unitId);
    }
}
