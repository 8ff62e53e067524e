package org.gridsight.media.gb28181;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.header.ExpiresHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tells an upper platform which channels it may see: all of them when it asks, and what has changed while it subscribes. One
 * message after the other, each when the one before it has been answered. Belongs to the link's thread.
 */
final class UpperCatalogue {

    /** A datagram of more is cut on its way and easily lost. */
    private static final int ITEMS_IN_DATAGRAM = 2;

    private static final int ITEMS_IN_TEXT = 20;
    private static final int LONGEST_SECONDS = 86_400;

    /** Something about one channel; the event is empty in an answer. */
    private record Item(SharedChannel channel, String event) {}

    private final UpperLine line;
    private final Sharing sharing;
    private final Map<String, SharedChannel> told = new LinkedHashMap<>();
    private @Nullable Talk subscription;
    private long until;

    UpperCatalogue(UpperLine line, Sharing sharing) {
        this.line = line;
        this.sharing = sharing;
    }

    boolean knows(String channelId) {
        return sharing.channels().stream().anyMatch(channel -> channel.id().equals(channelId));
    }

    int size() {
        return sharing.channels().size();
    }

    void answer(String number, String targetId) {
        List<SharedChannel> all = sharing.channels();
        boolean whole = targetId.equals(line.platform().user());
        if (whole) {
            remember(all);
        }
        List<Item> items = all.stream()
                .filter(channel -> whole || targetId.equals(channel.id()))
                .map(channel -> new Item(channel, ""))
                .toList();
        if (items.isEmpty()) {
            line.message(text(Manscdp.answer("Catalog", number, targetId), items, 0), answer -> {});
        } else {
            answer(number, targetId, items, 0);
        }
    }

    private void answer(String number, String targetId, List<Item> items, int from) {
        int to = Math.min(items.size(), from + atOnce());
        Manscdp part = text(Manscdp.answer("Catalog", number, targetId), items.subList(from, to), items.size());
        line.message(part, answer -> {
            if (!answer.isGood()) {
                // what was not heard is told again to whoever subscribes
                told.clear();
            } else if (to < items.size()) {
                answer(number, targetId, items, to);
            }
        });
    }

    private int atOnce() {
        return line.platform().tcp() ? ITEMS_IN_TEXT : ITEMS_IN_DATAGRAM;
    }

    private Manscdp text(Manscdp text, List<Item> items, int sum) {
        text.with("SumNum", sum).beginList("DeviceList", items.size());
        for (Item item : items) {
            write(text.begin("Item"), item).end("Item");
        }
        return text.end("DeviceList");
    }

    private Manscdp write(Manscdp text, Item item) {
        SharedChannel channel = item.channel();
        text.with("DeviceID", channel.id());
        if (!item.event().isEmpty()) {
            text.with("Event", item.event());
        }
        if (!item.event().isEmpty()
                && !item.event().equals("ADD")
                && !item.event().equals("UPDATE")) {
            return text;
        }
        text.with("Name", channel.name())
                .with("Manufacturer", "GridSight")
                .with("Model", "GridSight")
                .with("Owner", "")
                .with(
                        "CivilCode",
                        channel.id().substring(0, Math.min(6, channel.id().length())))
                .with("Address", "")
                .with("Parental", 0)
                .with("ParentID", line.platform().user())
                .with("SafetyWay", 0)
                .with("RegisterWay", 1)
                .with("Secrecy", 0)
                .with("Status", channel.online() ? "ON" : "OFF");
        channel.point()
                .ifPresent(point -> text.with("Longitude", point.longitude()).with("Latitude", point.latitude()));
        return text.begin("Info").with("PTZType", channel.ptzType()).end("Info");
    }

    /** SUBSCRIBE, again before it runs out, or with no time left to end it. */
    void subscribe(Incoming incoming, String number) {
        ExpiresHeader header = incoming.request().getExpires();
        int seconds = header == null ? LONGEST_SECONDS : Math.min(LONGEST_SECONDS, Math.max(0, header.getExpires()));
        Talk known = subscription;
        boolean again = known != null && known.callId().equals(incoming.callId());
        Talk talk = again && known != null
                ? known
                : line.door().writer().answering(incoming, line.platform().user());
        line.door().reply(incoming, Response.OK, response -> accept(response, incoming, talk, seconds, number));
        if (seconds == 0) {
            subscription = null;
            return;
        }
        until = System.nanoTime() + seconds * 1_000_000_000L;
        if (!again) {
            subscription = talk;
            // what has changed since it asked, or all of it
            compare();
        }
    }

    private void accept(Response response, Incoming incoming, Talk talk, int seconds, String number) {
        SipWriter writer = line.door().writer();
        try {
            writer.setTag(response, talk.local().tag());
            response.setExpires(writer.headers().createExpiresHeader(seconds));
            response.addHeader(writer.contact());
            Optional.ofNullable(incoming.request().getHeader("Event")).ifPresent(response::addHeader);
        } catch (InvalidArgumentException | ParseException e) {
            throw new IllegalArgumentException("no answer to SUBSCRIBE can be written", e);
        }
        Manscdp text = Manscdp.response("Catalog", number, line.platform().user());
        writer.setBody(response, line.bytes(text), Manscdp.CONTENT_TYPE, Manscdp.CONTENT_SUBTYPE);
    }

    private void remember(List<SharedChannel> channels) {
        told.clear();
        channels.forEach(channel -> told.put(channel.id(), channel));
    }

    /** Tells what is different from what was told last; nothing unless somebody subscribes. */
    void compare() {
        Talk talk = subscription;
        if (talk == null) {
            return;
        }
        if (System.nanoTime() - until > 0) {
            subscription = null;
            return;
        }
        List<SharedChannel> now = sharing.channels();
        List<Item> items = changes(now);
        remember(now);
        if (!items.isEmpty()) {
            notice(talk, items, 0);
        }
    }

    private List<Item> changes(List<SharedChannel> now) {
        List<Item> items = new ArrayList<>();
        Map<String, SharedChannel> gone = new LinkedHashMap<>(told);
        for (SharedChannel channel : now) {
            SharedChannel old = gone.remove(channel.id());
            if (old == null) {
                items.add(new Item(channel, "ADD"));
            } else if (old.online() != channel.online()) {
                items.add(new Item(channel, channel.online() ? "ON" : "OFF"));
            } else if (!old.equals(channel)) {
                items.add(new Item(channel, "UPDATE"));
            }
        }
        gone.values().forEach(channel -> items.add(new Item(channel, "DEL")));
        return items;
    }

    private void notice(Talk talk, List<Item> items, int from) {
        int to = Math.min(items.size(), from + atOnce());
        Manscdp empty =
                Manscdp.notice("Catalog", line.nextSerial(), line.platform().user());
        SipWriter writer = line.door().writer();
        Request request = writer.next(talk, Request.NOTIFY);
        writer.setBody(
                request,
                line.bytes(text(empty, items.subList(from, to), items.size())),
                Manscdp.CONTENT_TYPE,
                Manscdp.CONTENT_SUBTYPE);
        writer.add(request, "Event", "Catalog");
        long seconds = Math.max(0, (until - System.nanoTime()) / 1_000_000_000L);
        writer.add(request, "Subscription-State", "active;expires=" + seconds);
        line.ask(request, answer -> {
            if (answer.response() == null) {
                told.clear();
            } else if (!answer.isGood()) {
                // it no longer knows the subscription
                subscription = null;
            } else if (to < items.size() && talk == subscription) {
                notice(talk, items, to);
            }
        });
    }

    /** The link is gone, and with it what it knew. */
    void forget() {
        subscription = null;
        told.clear();
    }
}
