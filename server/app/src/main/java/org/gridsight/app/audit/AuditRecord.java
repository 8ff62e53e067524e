package org.gridsight.app.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import org.gridsight.app.kernel.AuditEntry;

/**
 * One link of a chain. Its hash covers everything in it and the hash before it, each field with its length in front,
 * so that no two different records can have the same text under the hash.
 *
 * @param details canonical JSON, keys sorted
 */
record AuditRecord(
        int chain,
        long height,
        Instant at,
        String actor,
        String action,
        String subject,
        String scopeCode,
        String details,
        String prevHash,
        String hash) {

    AuditRecord {
        // a line of an export may lack any of them
        for (Object field : new Object[] {at, actor, action, subject, scopeCode, details, prevHash, hash}) {
            Objects.requireNonNull(field, "a field of a record is missing");
        }
    }

    /** The link that follows {@code head} in its chain. */
    static AuditRecord after(ChainHead head, Instant at, AuditEntry entry, String details) {
        AuditRecord open = new AuditRecord(
                head.chain(),
                head.height() + 1,
                at,
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.scopeCode(),
                details,
                head.hash(),
                "");
        return open.sealed();
    }

    ChainHead asHead() {
        return new ChainHead(chain, height, hash);
    }

    private AuditRecord sealed() {
        return new AuditRecord(chain, height, at, actor, action, subject, scopeCode, details, prevHash, computeHash());
    }

    boolean isIntact() {
        // times are written in whole milliseconds, and the hash covers no more
        return at.equals(at.truncatedTo(ChronoUnit.MILLIS)) && hash.equals(computeHash());
    }

    private String computeHash() {
        StringBuilder text = new StringBuilder();
        String[] fields = {
            Integer.toString(chain),
            Long.toString(height),
            Long.toString(at.toEpochMilli()),
            actor,
            action,
            subject,
            scopeCode,
            details,
            prevHash
        };
        for (String field : fields) {
            text.append(field.length()).append(':').append(field);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
