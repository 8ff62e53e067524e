package org.gridsight.app.access;

import org.springframework.data.repository.ListCrudRepository;

/** Tokens by hash. */
interface TokenRepository extends ListCrudRepository<Token, String> {}
