package org.gridsight.media.gb28181;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The open questions to devices for recordings and presets. An answer is over when all that was promised has come and nothing
 * follows for a moment, or after a longer silence. Belongs to the station's thread.
 */
final class Inquiries {

    private static final int MOST_OPEN = 200;
    /** A device that promised too little is still talking; one that promised nothing at all is done. */
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** However long it goes on telling: so many times its patience. */
    private static final int LONGEST = 2;

    private final Switchboard board;
    private final Map<Integer, Inquiry<?>> open = new LinkedHashMap<>();

    Inquiries(Switchboard board) {
        this.board = board;
    }

    /** @param more what the question says beside who is meant */
    void ask(Inquiry<?> inquiry, Consumer<Manscdp> more) {
        if (open.size() >= MOST_OPEN) {
            board.faults().count("gb-too-many-questions");
            inquiry.give(Findings.Outcome.BUSY);
            return;
        }
        int number = board.nextSerial();
        open.put(number, inquiry);
        Manscdp question = Manscdp.query(inquiry.command(), number, inquiry.channelId());
        more.accept(question);
        board.message(inquiry.device(), inquiry.device().id(), question, answer -> {
            if (inquiry.isOver() || inquiry.heard() > 0 || answer.isGood()) {
                return;
            }
            if (answer.response() != null) {
                board.faults().count("gb-query-refused");
            }
            open.remove(number);
            inquiry.give(answer.response() == null ? Findings.Outcome.NO_ANSWER : Findings.Outcome.UNSUPPORTED);
        });
        Duration patience = board.times().catalogue();
        finishWhenQuiet(number, inquiry, patience);
        board.after(patience.multipliedBy(LONGEST), () -> finish(number, inquiry));
    }

    void take(DeviceState from, Element answer) {
        Map.Entry<Integer, Inquiry<?>> meant = meant(from, answer);
        if (meant == null) {
            board.faults().count("gb-answer-late");
            return;
        }
        Inquiry<?> inquiry = meant.getValue();
        int bad = inquiry.take(answer);
        if (bad > 0) {
            board.faults().count("gb-bad-item");
        }
        boolean nothing =
                answer.number("SumNum", -1) < 0 && answer.text("Result").equalsIgnoreCase("ERROR");
        if (nothing && inquiry.heard() == 1) {
            open.remove(meant.getKey());
            inquiry.give(Findings.Outcome.UNSUPPORTED);
        } else {
            finishWhenQuiet(
                    meant.getKey(),
                    inquiry,
                    inquiry.hasAllPromised() ? PAUSE : board.times().catalogue());
        }
    }

    /** The station is closing. */
    void endAll() {
        List.copyOf(open.keySet())
                .forEach(number -> Optional.ofNullable(open.remove(number))
                        .ifPresent(inquiry -> inquiry.give(Findings.Outcome.NO_ANSWER)));
    }

    /** By its number; some devices answer with another one. */
    private Map.@Nullable Entry<Integer, Inquiry<?>> meant(DeviceState from, Element answer) {
        List<Map.Entry<Integer, Inquiry<?>>> possible = open.entrySet().stream()
                .filter(entry -> entry.getValue().mayBeMeant(from, answer))
                .toList();
        int number = answer.number("SN", -1);
        Optional<Map.Entry<Integer, Inquiry<?>>> exact =
                possible.stream().filter(entry -> entry.getKey() == number).findFirst();
        return exact.orElseGet(() -> possible.size() == 1 ? possible.get(0) : null);
    }

    private void finishWhenQuiet(int number, Inquiry<?> inquiry, Duration quiet) {
        int before = inquiry.heard();
        board.after(quiet, () -> {
            if (inquiry.heard() == before) {
                finish(number, inquiry);
            }
        });
    }

    private void finish(int number, Inquiry<?> inquiry) {
        if (!inquiry.isOver()) {
            open.remove(number);
            if (!inquiry.hasAllPromised()) {
                board.faults().count("gb-answer-short");
            }
            inquiry.finish();
        }
    }
}
