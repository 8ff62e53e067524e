package org.gridsight.app.access;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.ListCrudRepository;

/** Accounts by name. */
interface AccountRepository extends ListCrudRepository<Account, String> {

    List<Account> findAllByOrderByUsername(Limit limit);
}
