package org.gridsight.app.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** Tokens by hash. */
interface TokenRepository extends ListCrudRepository<Token, String> {

    @Query(
            "select t from Token t where t.username = :username and t.expiresAt > :now order by t.createdAt, t.tokenHash")
    List<Token> listOf(String username, Instant now);

    Optional<Token> findByTokenHashStartingWith(String publicId);

    @Transactional
    @Modifying
    @Query("update Token t set t.lastUsedAt = :now where t.tokenHash = :hash"
            + " and (t.lastUsedAt is null or t.lastUsedAt < :now)")
    void noteUse(String hash, Instant now);

    @Modifying
    @Query("delete from Token t where t.tokenHash = :hash")
    void withdraw(String hash);

    @Transactional
    @Modifying
    @Query("delete from Token t where t.expiresAt < :before")
    void forgetExpired(Instant before);
}
