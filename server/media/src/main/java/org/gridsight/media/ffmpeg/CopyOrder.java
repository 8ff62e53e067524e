package org.gridsight.media.ffmpeg;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.gridsight.media.analysis.Mask;

/**
 * A copy of a recording that is to leave the house.
 *
 * @param masks painted black in every picture
 * @param mark who it is for, written across and below every picture
 * @param place where the camera stands, written beside the running clock
 * @param zone of the clock
 * @param moments when pictures were taken, in rising order; at least one
 */
public record CopyOrder(
        Path from, Path to, List<Mask> masks, String mark, String place, ZoneId zone, List<Moment> moments) {

    private static final int MOST_MOMENTS = 100_000;

    /** At this place of the recording it was that time. */
    public record Moment(long millis, Instant at) {}

    public CopyOrder {
        masks = List.copyOf(masks);
        moments = List.copyOf(moments);
        if (moments.isEmpty() || moments.size() > MOST_MOMENTS) {
            throw new IllegalArgumentException("moments must be 1 to " + MOST_MOMENTS + ", were " + moments.size());
        }
    }

    /** When the picture at this place of the recording was taken. */
    Instant at(long millis) {
        int low = 0;
        int high = moments.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (moments.get(middle).millis() <= millis) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Moment last = moments.get(low);
        return last.at().plusMillis(millis - last.millis());
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(from.toString());
        out.writeUTF(to.toString());
        ChildWire.writeMasks(out, masks);
        out.writeUTF(mark);
        out.writeUTF(place);
        out.writeUTF(zone.getId());
        out.writeInt(moments.size());
        for (Moment moment : moments) {
            out.writeLong(moment.millis());
            out.writeLong(moment.at().toEpochMilli());
        }
        out.flush();
    }

    static CopyOrder read(DataInputStream in) throws IOException {
        Path from = Path.of(in.readUTF());
        Path to = Path.of(in.readUTF());
        List<Mask> masks = ChildWire.readMasks(in);
        String mark = in.readUTF();
        String place = in.readUTF();
        ZoneId zone = ZoneId.of(in.readUTF());
        List<Moment> moments = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            moments.add(new Moment(in.readLong(), Instant.ofEpochMilli(in.readLong())));
        }
        return new CopyOrder(from, to, masks, mark, place, zone, moments);
    }
}
