package org.gridsight.app.access;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Accounts by name. */
interface AccountRepository extends JpaRepository<Account, String> {

    List<Account> findAllByOrderByUsername(Limit limit);

    /** Holds the row until the transaction ends, so that guesses at the same time are counted one by one. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.username = :username")
    Optional<Account> lock(String username);

    /** All administrators, held as above: who is the first or the last of them is decided by one call at a time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select a from Account a where a.roles in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN') order by a.username")
    List<Account> lockAdministrators();
}
