package org.gridsight.gisdata.codes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lives of all codes of a kind. Immutable: a change is a new history. A code that ever existed is never given again,
 * and a successor holds on the day it takes over, so chains of successors always end.
 */
public final class CodeHistory {

    private final Map<String, CodeLife> lives;

    private CodeHistory(Map<String, CodeLife> lives) {
        this.lives = lives;
        lives.values().forEach(this::checkSuccessor);
    }

    public static CodeHistory empty() {
        return new CodeHistory(Map.of());
    }

    public static CodeHistory of(Collection<CodeLife> lives) {
        Map<String, CodeLife> all = new LinkedHashMap<>();
        for (CodeLife life : lives) {
            if (all.put(life.code(), life) != null) {
                throw reused(life.code());
            }
        }
        return new CodeHistory(all);
    }

    /** With one more code that holds from a day on. */
    public CodeHistory opened(String code, LocalDate from) {
        if (lives.containsKey(code)) {
            throw reused(code);
        }
        return with(new CodeLife(code, from, Optional.empty(), Optional.empty()));
    }

    /** With a code that no longer holds from a day on, and what takes its place, if anything does. */
    public CodeHistory closed(String code, LocalDate on, Optional<String> successor) {
        CodeLife life = life(code)
                .filter(open -> open.validTo().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("there is no open code " + code));
        return with(new CodeLife(code, life.validFrom(), Optional.of(on), successor));
    }

    public Optional<CodeLife> life(String code) {
        return Optional.ofNullable(lives.get(code));
    }

    public boolean isValid(String code, LocalDate day) {
        return life(code).map(life -> life.isValid(day)).orElse(false);
    }

    /** In the order they were added. */
    public List<String> validOn(LocalDate day) {
        return lives.values().stream()
                .filter(life -> life.isValid(day))
                .map(CodeLife::code)
                .toList();
    }

    /** The code itself while it holds, else the successor (of the successor ...) that holds on that day. */
    public Optional<String> currentOn(String code, LocalDate day) {
        Optional<CodeLife> life = life(code);
        while (life.isPresent() && !life.get().isValid(day)) {
            boolean over = life.get().validTo().map(end -> !day.isBefore(end)).orElse(false);
            life = over ? life.get().successor().flatMap(this::life) : Optional.empty();
        }
        return life.map(CodeLife::code);
    }

    public List<CodeLife> lives() {
        return new ArrayList<>(lives.values());
    }

    private CodeHistory with(CodeLife life) {
        Map<String, CodeLife> all = new LinkedHashMap<>(lives);
        all.put(life.code(), life);
        return new CodeHistory(all);
    }

    private void checkSuccessor(CodeLife life) {
        life.successor().ifPresent(successor -> {
            LocalDate day = life.validTo().orElseThrow();
            if (!isValid(successor, day)) {
                throw new IllegalArgumentException(
                        "successor " + successor + " of " + life.code() + " does not hold on " + day);
            }
        });
    }

    private static IllegalArgumentException reused(String code) {
        return new IllegalArgumentException("code " + code + " existed before and is never given again");
    }
}
