package org.gridsight.app.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows the chains record by record and says where one breaks. Used by one thread. */
final class ChainWalk {

    private static final String FIRST_HASH = "0".repeat(64);

    private final Map<Integer, ChainHead> ends = new HashMap<>();
    private long intact;

    /** Takes the next record; the answer is its fault, if it has one. */
    Optional<String> follow(AuditRecord record) {
        Optional<String> fault = faultOf(record, end(record.chain()));
        if (fault.isEmpty()) {
            ends.put(record.chain(), record.asHead());
            intact++;
        }
        return fault;
    }

    private static Optional<String> faultOf(AuditRecord record, ChainHead before) {
        String name = "chain " + record.chain() + " record " + record.height();
        if (record.height() <= before.height()) {
            return Optional.of(name + " was put in after record " + before.height());
        }
        if (record.height() != before.height() + 1) {
            return Optional.of("chain " + record.chain() + " record " + (before.height() + 1) + " is missing, next is "
                    + record.height());
        }
        if (!record.prevHash().equals(before.hash())) {
            return Optional.of(name + " does not follow the one before it");
        }
        return record.isIntact() ? Optional.empty() : Optional.of(name + " was changed after it was written");
    }

    /** The first chain that does not end where it should. */
    Optional<String> firstCutChain(List<ChainHead> heads) {
        for (ChainHead head : heads) {
            ChainHead end = end(head.chain());
            if (!head.equals(end)) {
                return Optional.of("chain " + head.chain() + " should end with record " + head.height()
                        + ", but ends with " + end.height());
            }
        }
        return ends.keySet().stream()
                .filter(chain -> heads.stream().noneMatch(head -> head.chain() == chain))
                .min(Integer::compare)
                .map(chain -> "chain " + chain + " has no head and must not exist");
    }

    private ChainHead end(int chain) {
        return ends.getOrDefault(chain, new ChainHead(chain, 0, FIRST_HASH));
    }

    ChainVerifier.Verdict verdict(Optional<String> fault) {
        return new ChainVerifier.Verdict(intact, fault);
    }
}
