package org.gridsight.media.gb28181;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One question whose answer is a list in several messages. Devices promise a wrong number, mix the order and tell things
 * twice. Belongs to the station's thread.
 */
final class Inquiry<T extends Comparable<T>> {

    /** More than a year of hours. */
    private static final int MOST_ITEMS = 20_000;

    private final DeviceState device;
    private final String channelId;
    private final String command;
    private final Function<Element, Optional<T>> reader;
    private final CompletableFuture<Findings<T>> result;
    private final SortedSet<T> items = new TreeSet<>();
    private int promised = -1;
    private int unread;
    private int heard;
    private boolean over;

    /** @param reader makes nothing of an item that makes no sense */
    Inquiry(
            DeviceState device,
            String channelId,
            String command,
            Function<Element, Optional<T>> reader,
            CompletableFuture<Findings<T>> result) {
        this.device = device;
        this.channelId = channelId;
        this.command = command;
        this.reader = reader;
        this.result = result;
    }

    DeviceState device() {
        return device;
    }

    String channelId() {
        return channelId;
    }

    String command() {
        return command;
    }

    /** Whether an answer without its number may be this one's. */
    boolean mayBeMeant(DeviceState from, Element answer) {
        String target = answer.text("DeviceID");
        return from == device
                && command.equalsIgnoreCase(answer.text("CmdType"))
                && (target.equals(channelId) || target.equals(device.id()));
    }

    /** One message; answers how many of its items make no sense. */
    int take(Element answer) {
        heard++;
        promised = Math.max(promised, answer.number("SumNum", -1));
        List<Element> told = answer.children().stream()
                .filter(child -> child.name().toLowerCase(Locale.ROOT).endsWith("list"))
                .findFirst()
                .map(Element::children)
                .orElse(List.of());
        int bad = 0;
        for (Element item : told) {
            Optional<T> read = reader.apply(item);
            if (read.isEmpty() || items.size() >= MOST_ITEMS) {
                bad++;
            } else {
                items.add(read.get());
            }
        }
        unread += bad;
        return bad;
    }

    boolean hasAllPromised() {
        return items.size() + unread >= promised;
    }

    /** Grows with each message: a timer that finds it unchanged knows that nothing came since. */
    int heard() {
        return heard;
    }

    boolean isOver() {
        return over;
    }

    void finish() {
        end(
                heard == 0
                        ? Findings.without(Findings.Outcome.NO_ANSWER)
                        : new Findings<>(
                                Findings.Outcome.ANSWERED, List.copyOf(items), unread == 0 && hasAllPromised()));
    }

    void end(Findings<T> findings) {
        over = true;
        result.complete(findings);
    }

    void give(Findings.Outcome why) {
        end(Findings.without(why));
    }
}
