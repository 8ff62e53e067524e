package org.gridsight.app.kernel;

import java.io.Serializable;

/**
 * What part of the township somebody may see: everything whose grid or area code begins with this prefix.
 * {@code 990001101} is a town, {@code 990001101201} a village, {@code 990001101201001} a grid.
 */
public record Scope(String prefix) implements Serializable {

    public Scope {
        if (!prefix.matches("\\d{0,20}")) {
            throw new IllegalArgumentException("scope must be a code of digits, was " + prefix);
        }
    }

    /** For the product itself: start-up, schedules, rebuilds. Never given to a person. */
    public static Scope everything() {
        return new Scope("");
    }

    public boolean covers(String code) {
        return code.startsWith(prefix);
    }

    /** For {@code column like ?}: codes are digits, so nothing needs escaping. */
    public String like() {
        return prefix + "%";
    }
}
