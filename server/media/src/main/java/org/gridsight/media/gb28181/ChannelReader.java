package org.gridsight.media.gb28181;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes a {@link Channel} of a catalogue item; forgiving in everything but the id. */
final class ChannelReader {

    /** Digits 11 to 13 of a 20-digit id (GB/T 28181 annex D): what certainly gives no pictures. */
    private static final Set<String> SILENT_TYPES = Set.of("134", "135", "136", "137", "200", "215", "216");

    private static final Set<String> DOWN = Set.of("OFF", "OFFLINE", "VLOST", "DEFECT", "0");

    private ChannelReader() {}

    static Optional<Channel> read(Element item) {
        String id = item.text("DeviceID");
        if (!SipText.isId(id)) {
            return Optional.empty();
        }
        int ptz = item.number("PTZType", -1);
        Optional<Element> info = item.child("Info");
        if (ptz < 0) {
            ptz = info.map(inner -> inner.number("PTZType", 0)).orElse(0);
        }
        int direction = item.number("DirectionType", -1);
        if (direction < 0) {
            direction = info.map(inner -> inner.number("DirectionType", 0)).orElse(0);
        }
        return Optional.of(new Channel(
                id,
                SipText.cut(item.text("Name"), 200),
                SipText.cut(item.text("ParentID"), 200),
                SipText.cut(item.text("CivilCode"), 32),
                SipText.cut(item.text("Manufacturer"), 100),
                givesPictures(id, item.number("Parental", 0)),
                !DOWN.contains(item.text("Status").toUpperCase(Locale.ROOT)),
                ptz,
                direction,
                DevicePoint.parse(item.text("Longitude"), item.text("Latitude"))));
    }

    private static boolean givesPictures(String id, int parental) {
        if (id.length() == 20) {
            String type = id.substring(10, 13);
            boolean camera = type.equals("131") || type.equals("132");
            return camera || (parental == 0 && !SILENT_TYPES.contains(type));
        }
        // 2 to 8 digits are an administrative division
        return id.length() > 8 && parental == 0;
    }
}
