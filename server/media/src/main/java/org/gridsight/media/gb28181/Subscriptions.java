package org.gridsight.media.gb28181;

import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sip.InvalidArgumentException;
import javax.sip.header.ExpiresHeader;
import javax.sip.message.Request;

/**
 * Asks devices to tell changes of their catalogue, alarms and positions by themselves, and asks again before that runs out. A
 * device that refuses is not asked again until it signs in anew. Belongs to the station's thread.
 */
final class Subscriptions {

    private static final int SECONDS = 3_600;
    private static final int SHORTEST_SECONDS = 30;

    /** What can be subscribed, and the event package that devices know it by. */
    private enum Topic {
        CATALOGUE("Catalog", "Catalog"),
        ALARM("Alarm", "Alarm"),
        POSITION("MobilePosition", "presence");

        private final String command;
        private final String event;

        Topic(String command, String event) {
            this.command = command;
            this.event = event;
        }
    }

    private final Switchboard board;
    private final Map<String, List<Talk>> talks = new HashMap<>();

    Subscriptions(Switchboard board) {
        this.board = board;
    }

    /** Begins anew with a device that has just signed in. */
    void begin(DeviceState device) {
        List<Talk> own = new ArrayList<>();
        talks.put(device.id(), own);
        for (Topic topic : Topic.values()) {
            Talk talk = board.door().writer().talk(device.id(), device.peer());
            own.add(talk);
            ask(device, talk, topic, SipStation.ASKED_AGAIN);
        }
    }

    private void ask(DeviceState device, Talk talk, Topic topic, int again) {
        talk.moveTo(device.peer());
        SipWriter writer = board.door().writer();
        Request request = writer.next(talk, Request.SUBSCRIBE);
        Manscdp body = Manscdp.query(topic.command, board.nextSerial(), device.id());
        switch (topic) {
            case ALARM ->
                body.with("StartAlarmPriority", 0).with("EndAlarmPriority", 0).with("AlarmMethod", 0);
            case POSITION -> body.with("Interval", 5);
            default -> {}
        }
        writer.setBody(request, body.bytes(), Manscdp.CONTENT_TYPE, Manscdp.CONTENT_SUBTYPE);
        try {
            request.setExpires(writer.headers().createExpiresHeader(SECONDS));
            request.addHeader(writer.headers().createEventHeader(topic.event));
        } catch (InvalidArgumentException | ParseException e) {
            throw new IllegalArgumentException("no subscription can be written", e);
        }
        board.send(request, answer -> {
            if (answer.isGood()) {
                answered(device, talk, topic, answer);
                return;
            }
            board.faults().count("gb-subscribe-refused");
            if (answer.response() != null && again > 0) {
                // it may not have noticed yet that it is signed in
                later(SipStation.SOON, device, talk, () -> ask(device, talk, topic, again - 1));
            }
        });
    }

    /** Unless the device has gone meanwhile, or begun anew. */
    private void later(Duration delay, DeviceState device, Talk talk, Runnable task) {
        board.after(delay, () -> {
            if (device.isOnline() && talks.getOrDefault(device.id(), List.of()).contains(talk)) {
                task.run();
            }
        });
    }

    private void answered(DeviceState device, Talk talk, Topic topic, Answer answer) {
        talk.answered(answer);
        ExpiresHeader granted = answer.response() == null
                ? null
                : (ExpiresHeader) answer.response().getHeader(ExpiresHeader.NAME);
        int seconds = granted == null ? SECONDS : Math.min(SECONDS, Math.max(SHORTEST_SECONDS, granted.getExpires()));
        later(
                Duration.ofSeconds(seconds * 4L / 5),
                device,
                talk,
                () -> ask(device, talk, topic, SipStation.ASKED_AGAIN));
    }
}
