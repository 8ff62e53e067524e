package org.gridsight.gisdata.codes;

import java.time.LocalDate;
import java.util.Optional;

/**
 * From when to when a code held, and what took its place.
 *
 * @param validTo the first day it no longer held; empty while it holds
 * @param successor only for a closed code
 */
public record CodeLife(String code, LocalDate validFrom, Optional<LocalDate> validTo, Optional<String> successor) {

    public CodeLife {
        if (validTo.isPresent() && !validTo.get().isAfter(validFrom)) {
            throw new IllegalArgumentException(
                    "code " + code + " must end after " + validFrom + ", was " + validTo.get());
        }
        if (successor.isPresent() && validTo.isEmpty()) {
            throw new IllegalArgumentException("code " + code + " still holds and cannot have a successor");
        }
    }

    public boolean isValid(LocalDate day) {
        return !day.isBefore(validFrom) && validTo.map(day::isBefore).orElse(true);
    }
}
