package org.gridsight.media.gb28181;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sip.message.Response;

/**
 * Takes what an upper platform asks and orders by MESSAGE and SUBSCRIBE. Only from its own host, and only while we are signed
 * in there; a repeated message gets the same answer and is not done twice. Belongs to the link's thread.
 */
final class UpperDesk {

    private static final int REMEMBERED = 1_024;

    private final UpperLine line;
    private final Sharing sharing;
    private final UpperCatalogue catalogue;
    private final UpperMemory memory;
    private final ManscdpReader reader = new ManscdpReader();
    private final Map<String, Integer> answered = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    UpperDesk(UpperLine line, Sharing sharing, UpperCatalogue catalogue) {
        this.line = line;
        this.sharing = sharing;
        this.catalogue = catalogue;
        memory = new UpperMemory(line, sharing);
    }

    void message(Incoming incoming) {
        if (!line.believes(incoming)) {
            line.faults().count("up-stranger");
            line.door().reply(incoming, Response.FORBIDDEN);
            return;
        }
        Integer before = answered.get(incoming.sameness());
        if (before != null) {
            line.door().reply(incoming, before);
            return;
        }
        Optional<Element> text = reader.read(incoming.body());
        int status = text.map(this::status).orElse(Response.BAD_REQUEST);
        answered.put(incoming.sameness(), status);
        line.door().reply(incoming, status);
        if (status == Response.OK) {
            text.filter(read -> read.name().equalsIgnoreCase("Query")).ifPresent(this::answer);
        }
    }

    /** Orders are carried out before they are answered: the answer says whether they may be given. */
    private int status(Element text) {
        String target = text.text("DeviceID");
        boolean own = target.equals(line.platform().user());
        return switch (text.name().toLowerCase(Locale.ROOT)) {
            case "query" -> own || catalogue.knows(target) ? Response.OK : Response.NOT_FOUND;
            case "control" -> order(target, text);
            default -> Response.OK;
        };
    }

    private int order(String channelId, Element text) {
        String turn = text.text("PTZCmd");
        boolean keyWanted =
                text.child("IFameCmd").isPresent() || text.child("IFrameCmd").isPresent();
        try {
            if (!turn.isEmpty()) {
                return turn(channelId, turn);
            }
            if (keyWanted) {
                sharing.keyframe(channelId);
                return Response.OK;
            }
            return Response.FORBIDDEN;
        } catch (NotShared refused) {
            line.faults().count(keyWanted ? "up-not-shared" : "up-turn-refused");
            return refused.status();
        }
    }

    private int turn(String channelId, String digits) throws NotShared {
        Optional<PtzMove> move = PtzCommand.read(digits);
        Optional<PresetOrder> preset = PtzCommand.readPreset(digits);
        if (move.isPresent()) {
            sharing.turn(channelId, move.get());
        } else if (preset.isPresent()) {
            sharing.preset(channelId, preset.get());
        } else {
            // cruises, scans, wipers
            return Response.NOT_IMPLEMENTED;
        }
        return Response.OK;
    }

    private void answer(Element text) {
        String number = SipText.cut(text.text("SN"), 20);
        String target = text.text("DeviceID");
        String command = SipText.cut(text.text("CmdType"), 40);
        switch (command.toLowerCase(Locale.ROOT)) {
            case "catalog" -> catalogue.answer(number, target);
            case "deviceinfo" -> line.message(info(number, target), answer -> {});
            case "devicestatus" -> line.message(state(number, target), answer -> {});
            case "recordinfo" -> memory.recordings(number, target, text);
            case "presetquery" -> memory.presets(number, target);
            default -> line.message(Manscdp.answer(command, number, target).with("Result", "ERROR"), answer -> {});
        }
    }

    private Manscdp info(String number, String target) {
        return Manscdp.answer("DeviceInfo", number, target)
                .with("DeviceName", "GridSight")
                .with("Result", "OK")
                .with("Manufacturer", "GridSight")
                .with("Model", "GridSight")
                .with("Firmware", "1")
                .with("Channel", catalogue.size());
    }

    private Manscdp state(String number, String target) {
        return Manscdp.answer("DeviceStatus", number, target)
                .with("Result", "OK")
                .with("Online", "ONLINE")
                .with("Status", "OK")
                .with("DeviceTime", DeviceTime.text(line.settings().clock().instant(), sharing.zone()))
                .with("Encode", "ON")
                .with("Record", "OFF");
    }

    /** Only the catalogue can be subscribed: alarms and positions stay here. */
    void subscribe(Incoming incoming) {
        Optional<Element> text = reader.read(incoming.body());
        if (!line.believes(incoming)) {
            line.faults().count("up-stranger");
            line.door().reply(incoming, Response.FORBIDDEN);
        } else if (text.map(read -> read.text("CmdType").equalsIgnoreCase("Catalog"))
                .orElse(incoming.request().getExpires() != null
                        && incoming.request().getExpires().getExpires() == 0)) {
            String number = text.map(read -> read.text("SN")).orElse("0");
            catalogue.subscribe(incoming, SipText.cut(number, 20));
        } else {
            line.door().reply(incoming, Response.BAD_EVENT);
        }
    }
}
