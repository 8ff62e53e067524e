package org.gridsight.media.gb28181;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * Takes MESSAGE and NOTIFY: 200 at once, then what they say. Nothing of a device that is not signed in, or that speaks from
 * another host than it signed in from, is believed: it gets 403 and signs in again. Belongs to the station's thread.
 */
final class MessageDesk {

    private static final int REMEMBERED = 8_192;
    private static final Duration QUIET = Duration.ofMillis(500);

    /** Hears that a recording has been sent to its end. */
    interface RecordingEnds {

        void ended(String deviceId, String callId, String channelId);
    }

    private final Switchboard board;
    private final RecordingEnds ends;
    private final Inquiries inquiries;
    private final ManscdpReader reader = new ManscdpReader();
    private final Map<String, Boolean> heard = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    MessageDesk(Switchboard board, RecordingEnds ends, Inquiries inquiries) {
        this.board = board;
        this.ends = ends;
        this.inquiries = inquiries;
    }

    void take(Incoming incoming) {
        DeviceState device = board.devices().get(incoming.deviceId());
        if (device == null || !device.isOnline() || !device.isAt(incoming.peer())) {
            board.faults().count("gb-unregistered");
            board.door().reply(incoming, Response.FORBIDDEN);
            return;
        }
        board.door().reply(incoming, Response.OK);
        device.heard(incoming.peer(), board.clock().instant());
        if (heard.put(device.id() + ' ' + incoming.sameness(), true) != null) {
            // sent again because our 200 was lost
            return;
        }
        byte[] body = incoming.body();
        Optional<Element> text = reader.read(body);
        if (text.isPresent()) {
            read(device, incoming, text.get());
        } else if (body.length > 0) {
            board.faults().count("gb-bad-xml");
        }
    }

    private void read(DeviceState device, Incoming incoming, Element text) {
        switch (text.text("CmdType").toLowerCase(Locale.ROOT)) {
            case "keepalive", "devicecontrol" -> {}
            case "recordinfo", "presetquery" -> inquiries.take(device, text);
            case "catalog" -> catalogue(device, text);
            case "deviceinfo" -> describe(device, text);
            case "devicestatus" -> status(device, text);
            case "alarm" -> alarm(device, incoming, text);
            case "mobileposition" -> position(device, text);
            case "mediastatus" -> ends.ended(device.id(), incoming.callId(), text.text("DeviceID"));
            default -> board.faults().count("gb-command-unknown");
        }
    }

    private void catalogue(DeviceState device, Element text) {
        List<Element> items = text.child("DeviceList").map(Element::children).orElse(List.of());
        CatalogueBook book = device.catalogue();
        if (text.name().equalsIgnoreCase("Notify")) {
            items.forEach(item -> change(device, item));
            // an answer that is still coming in is given its own time
            tellWhenQuiet(device, book.isOpen() ? board.times().catalogue() : QUIET);
            return;
        }
        List<Channel> channels = new ArrayList<>();
        items.forEach(item -> channel(item).ifPresent(channels::add));
        int sum = text.number("SumNum", -1);
        if (sum == 0 && channels.isEmpty() && book.isOpen()) {
            book.finishEmpty();
        } else if (book.take(sum, channels)) {
            book.finish();
        }
        // also after the last: devices that promise what one message holds send more, and nothing may seem gone
        // meanwhile
        tellWhenQuiet(device, book.isOpen() ? board.times().catalogue() : QUIET);
    }

    private void change(DeviceState device, Element item) {
        String event = item.text("Event").toUpperCase(Locale.ROOT);
        channel(item).ifPresent(channel -> {
            device.catalogue().change(event, channel);
            if (event.equals("DEL")) {
                board.teller().tell(events -> events.removed(device.id(), channel.id()));
            }
        });
    }

    private Optional<Channel> channel(Element item) {
        Optional<Channel> channel = ChannelReader.read(item);
        if (channel.isEmpty()) {
            board.faults().count("gb-bad-channel");
        }
        return channel;
    }

    /** Tells what is known once nothing more has come for a while. */
    void tellWhenQuiet(DeviceState device, Duration quiet) {
        CatalogueBook book = device.catalogue();
        long now = book.changes();
        board.after(quiet, () -> {
            if (book.changes() == now) {
                if (book.isOpen()) {
                    board.faults().count("gb-catalogue-short");
                    book.finish();
                }
                tell(device);
            }
        });
    }

    private void tell(DeviceState device) {
        List<Channel> channels = device.catalogue().channels();
        boolean complete = device.catalogue().isComplete();
        board.teller().tellSurely(events -> events.channels(device.id(), channels, complete));
    }

    private void describe(DeviceState device, Element text) {
        device.describe(
                SipText.cut(text.text("Manufacturer"), 100),
                SipText.cut(text.text("Model"), 100),
                SipText.cut(text.text("Firmware"), 100));
        Device view = device.view();
        board.teller().tell(events -> events.described(view));
    }

    private void status(DeviceState device, Element text) {
        DeviceStatus status = new DeviceStatus(
                device.id(),
                !text.text("Status").equalsIgnoreCase("ERROR"),
                text.text("Record").equalsIgnoreCase("ON"),
                SipText.cut(text.text("DeviceTime"), 40));
        board.teller().tell(events -> events.status(status));
    }

    private void alarm(DeviceState device, Incoming incoming, Element text) {
        if (text.name().equalsIgnoreCase("Response")) {
            // the answer to our subscription
            return;
        }
        int type = text.number("AlarmType", -1);
        if (type < 0) {
            type = text.child("Info").map(info -> info.number("AlarmType", 0)).orElse(0);
        }
        String channelId = text.text("DeviceID");
        Alarm alarm = new Alarm(
                device.id(),
                SipText.isId(channelId) ? channelId : device.id(),
                text.number("AlarmPriority", 0),
                text.number("AlarmMethod", 0),
                type,
                SipText.cut(text.text("AlarmTime"), 40),
                SipText.cut(text.text("AlarmDescription"), 500),
                DevicePoint.parse(text.text("Longitude"), text.text("Latitude")));
        board.teller().tell(events -> events.alarm(alarm));
        if (incoming.method().equals(Request.MESSAGE)) {
            Manscdp thanks = Manscdp.response("Alarm", SipText.cut(text.text("SN"), 20), alarm.channelId());
            board.message(device, device.id(), thanks, answer -> {});
        }
    }

    private void position(DeviceState device, Element text) {
        Optional<DevicePoint> point = DevicePoint.parse(text.text("Longitude"), text.text("Latitude"));
        if (text.name().equalsIgnoreCase("Response")) {
            return;
        }
        if (point.isEmpty()) {
            board.faults().count("gb-bad-position");
            return;
        }
        String channelId = text.text("DeviceID");
        DevicePosition position = new DevicePosition(
                device.id(),
                SipText.isId(channelId) ? channelId : device.id(),
                SipText.cut(text.text("Time"), 40),
                point.get());
        board.teller().tell(events -> events.position(position));
    }
}
