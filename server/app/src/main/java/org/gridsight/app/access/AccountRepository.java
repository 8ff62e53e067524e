package org.gridsight.app.access;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** Accounts by name. */
interface AccountRepository extends ListCrudRepository<Account, String> {

    List<Account> findAllByOrderByUsername(Limit limit);

    /** Holds the row until the transaction ends, so that guesses at the same time are counted one by one. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.username = :username")
    Optional<Account> lock(String username);
}
