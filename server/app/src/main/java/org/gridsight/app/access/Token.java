package org.gridsight.app.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/** A program's key. Only its SHA-256 is kept; it has the rights its creator has when it is used. */
@Entity
@Table(schema = "access", name = "token")
class Token implements Persistable<String> {

    @Id
    private String tokenHash = "";

    private String username = "";
    private String tokenName = "";
    private Instant createdAt = Instant.EPOCH;
    private Instant expiresAt = Instant.EPOCH;

    protected Token() {}

    Token(String tokenHash, String username, String tokenName, Instant createdAt, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.username = username;
        this.tokenName = tokenName;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    String username() {
        return username;
    }

    boolean isValid(Instant now) {
        return now.isBefore(expiresAt);
    }

    @Override
    public String getId() {
        return tokenHash;
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
