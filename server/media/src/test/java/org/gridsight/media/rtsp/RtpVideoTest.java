package org.gridsight.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.gridsight.media.AccessUnit;
import org.gridsight.media.Bytes;
import org.gridsight.media.Codec;
import org.gridsight.media.PictureAssembler;
import org.gridsight.media.PictureGate;
import org.gridsight.media.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures out of packets, with all the ways in which cameras mark their ends. */
class RtpVideoTest {

    private static final Film FILM = Film.random(Codec.H264, 30, 3_000);

    private final Told told = new Told();
    private RtpVideo video = video(FILM, 1 << 20);

    private RtpVideo video(Film film, int mostBytes) {
        SdpVideo track =
                new SdpVideo(new SdpVideo.Track(film.codec(), Packets.PAYLOAD_TYPE, 90_000), "", "", List.of(), false);
        PictureAssembler assembler = new PictureAssembler(film.codec(), mostBytes);
        return new RtpVideo(track, assembler, new PictureGate(told));
    }

    private void feed(byte[] packet) {
        ByteBuffer buffer = ByteBuffer.wrap(packet);
        assertThat(video.examine(buffer)).isNull();
        video.take(buffer, 7);
    }

    private static List<byte[]> packets(Film film, int payloadBytes) {
        Packets packets = new Packets(film.codec(), payloadBytes, true, 65_530);
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < film.frames().size(); i++) {
            all.addAll(packets.of(film.frames().get(i), 3_600L * i));
        }
        return all;
    }

    private void assertAllCame(Film film, int count) {
        assertThat(told.pictures).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(told.pictures.get(i).sample()).as("picture " + i).isEqualTo(film.sample(i));
        }
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void takesPiecesOfAnySize(Codec codec) {
        for (int size : new int[] {1, 2, 50, 1_400, 60_000}) {
            Film film = Film.random(codec, 12, 300);
            told.pictures.clear();
            video = video(film, 1 << 20);
            packets(film, size).forEach(this::feed);
            assertAllCame(film, 12);
            assertThat(told.faults).isEmpty();
        }
    }

    @Test
    void endsPicturesByTimestampWhereNoMarkerComes() {
        packets(FILM, 1_000).forEach(packet -> {
            packet[1] &= 0x7f;
            feed(packet);
        });
        assertAllCame(FILM, 29);
        assertThat(told.faults).isEmpty();
    }

    @Test
    void endsPicturesByTheirFirstSliceWhereNothingElseTells() {
        packets(FILM, 1_000).forEach(packet -> {
            packet[1] &= 0x7f;
            ByteBuffer.wrap(packet).putInt(4, 99);
            feed(packet);
        });
        assertAllCame(FILM, 29);
    }

    @Test
    void endsPicturesByMarkerWhereTheTimestampStands() {
        packets(FILM, 1_000).forEach(packet -> {
            ByteBuffer.wrap(packet).putInt(4, 99);
            feed(packet);
        });
        assertAllCame(FILM, 30);
        assertThat(told.faults).isEmpty();
    }

    @Test
    void turnsToTimestampsWhereEverySliceIsMarked() {
        Packets packets = new Packets(Codec.H264, 60_000, false, 5);
        for (int i = 0; i < 30; i++) {
            for (byte[] unit : FILM.frames().get(i)) {
                feed(packets.packet(unit, 3_600L * i, true));
            }
        }
        assertThat(told.faults).hasSize(1);
        assertThat(told.faults.get(0).code()).isEqualTo("rtp-early-marker");
        // all but the last one, which is not known to be whole
        assertAllCame(FILM, 29);
    }

    @Test
    void givesNothingHalfWhereEverySliceIsMarkedAndTheClockStandsStill() {
        Packets packets = new Packets(Codec.H264, 60_000, false, 5);
        for (int i = 0; i < 30; i++) {
            for (byte[] unit : FILM.frames().get(i)) {
                feed(packets.packet(unit, 99, true));
            }
        }
        assertThat(told.faults).extracting("code").containsExactly("rtp-early-marker");
        assertAllCame(FILM, 29);
    }

    @Test
    void holdsTheFirstPictureOnlyUntilTheMarkerIsShownRight() {
        Packets packets = new Packets(Codec.H264, 1_000, true, 5);
        packets.of(FILM.frames().get(0), 0).forEach(this::feed);
        assertThat(told.pictures).isEmpty();
        packets.of(FILM.frames().get(1), 3_600).forEach(this::feed);
        assertAllCame(FILM, 2);
    }

    @Test
    void showsNoPictureWithoutItsFirstSlice() {
        Packets packets = new Packets(Codec.H264, 60_000, true, 5);
        for (int i = 0; i < 12; i++) {
            List<byte[]> units = new ArrayList<>(FILM.frames().get(i));
            if (i == 0) {
                // the camera itself leaves it out, so no number is missing
                units.remove(2);
            }
            packets.of(units, 3_600L * i).forEach(this::feed);
        }
        assertThat(told.faults).extracting("code").containsExactly("half-picture");
        assertThat(told.pictures).hasSize(2);
        assertThat(told.pictures.get(0).sample()).isEqualTo(FILM.sample(10));
    }

    @Test
    void neverPassesAPictureWithAHole() {
        List<byte[]> all = packets(FILM, 500);
        for (int lost = 0; lost < all.size(); lost++) {
            told.pictures.clear();
            told.faults.clear();
            video = video(FILM, 1 << 20);
            for (int i = 0; i < all.size(); i++) {
                if (i != lost) {
                    feed(all.get(i).clone());
                }
            }
            for (AccessUnit picture : told.pictures) {
                int frame = (int) (picture.time90k() / 3_600);
                assertThat(picture.sample()).as("lost packet " + lost).isEqualTo(FILM.sample(frame));
            }
            assertThat(told.pictures).as("lost packet " + lost).hasSizeGreaterThanOrEqualTo(19);
            // a hole behind the last packet cannot be seen
            assertThat(told.faults).hasSize(lost < all.size() - 1 ? 1 : 0);
        }
    }

    @Test
    void joinsInTheMiddleOfAPicture() {
        List<byte[]> all = packets(FILM, 500);
        all.subList(3, all.size()).forEach(this::feed);
        assertThat(told.words.get(0)).isEqualTo("format H264");
        assertThat(told.pictures.get(0).sample()).isEqualTo(FILM.sample(10));
    }

    @Test
    void passesOverDoubles() {
        packets(FILM, 1_000).forEach(packet -> {
            feed(packet.clone());
            feed(packet);
        });
        assertAllCame(FILM, 30);
        assertThat(told.faults).isEmpty();
    }

    @Test
    void waitsForAKeyPictureWhenTheCameraBeginsAnew() {
        List<byte[]> all = packets(FILM, 1_000);
        all.forEach(packet -> feed(packet.clone()));
        all.stream().skip(40).forEach(packet -> {
            ByteBuffer.wrap(packet).putInt(8, 99);
            feed(packet);
        });
        assertThat(told.faults).extracting("code").containsExactly("rtp-restart");
        assertThat(told.words.get(told.words.indexOf("fault rtp-restart") + 1)).isEqualTo("key");
    }

    @Test
    void dropsAPictureThatIsTooBig() {
        video = video(FILM, 5_000);
        packets(FILM, 1_000).forEach(this::feed);
        assertThat(told.faults).isNotEmpty().allMatch(fault -> fault.code().equals("picture-too-big"));
        assertThat(told.pictures).isEmpty();
    }

    @Test
    void takesStartCodesOutThatACameraForgot() {
        Packets packets = new Packets(Codec.H264, 60_000, false, 5);
        for (int i = 0; i < 3; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (byte[] unit : FILM.frames().get(i)) {
                // random bytes may hold start codes of their own
                byte[] clean = unit.clone();
                for (int k = 1; k < clean.length; k++) {
                    clean[k] |= 0x40;
                }
                out.writeBytes(Bytes.of(0, 0, 0, 1));
                out.writeBytes(clean);
            }
            feed(packets.packet(out.toByteArray(), 3_600L * i, true));
        }
        assertThat(told.pictures).hasSize(3);
        assertThat(told.faults).isEmpty();
    }

    @Test
    void tellsPacketsThatAreNotOfTheTrack() {
        assertThat(video.examine(ByteBuffer.wrap(new byte[20])))
                .extracting("code")
                .isEqualTo("rtp-malformed");
        byte[] other = new Packets(Codec.H264, 100, false, 1).packet(new byte[3], 0, true);
        other[1] = 8;
        assertThat(video.examine(ByteBuffer.wrap(other))).extracting("code").isEqualTo("rtp-payload-type");
    }

    @Test
    void scalesAnotherClock() {
        SdpVideo track = new SdpVideo(new SdpVideo.Track(Codec.H264, 96, 1_000), "", "", List.of(), false);
        video = new RtpVideo(track, new PictureAssembler(Codec.H264, 1 << 20), new PictureGate(told));
        Packets packets = new Packets(Codec.H264, 60_000, true, 5);
        for (int i = 0; i < 2; i++) {
            packets.of(FILM.frames().get(i), 40L * i).forEach(this::feed);
        }
        assertThat(told.pictures).extracting("time90k").containsExactly(0L, 3_600L);
    }

    @Test
    void readsUnitsWithDecodingOrderNumbers() {
        Film film = Film.random(Codec.H265, 3, 100);
        SdpVideo track = new SdpVideo(new SdpVideo.Track(Codec.H265, 96, 90_000), "", "", List.of(), true);
        video = new RtpVideo(track, new PictureAssembler(Codec.H265, 1 << 20), new PictureGate(told));
        Packets packets = new Packets(Codec.H265, 100, false, 5);
        for (int i = 0; i < 3; i++) {
            List<byte[]> units = film.frames().get(i);
            for (int k = 0; k < units.size(); k++) {
                byte[] unit = units.get(k);
                ByteBuffer numbered = ByteBuffer.allocate(unit.length + 2).put(unit, 0, 2);
                numbered.putShort((short) k).put(unit, 2, unit.length - 2);
                feed(packets.packet(numbered.array(), 3_600L * i, k == units.size() - 1));
            }
        }
        assertAllCame(film, 3);
    }
}
