package org.gridsight.media.ps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gridsight.media.AacSound;
import org.gridsight.media.SoundFormat;
import org.gridsight.media.Told;
import org.gridsight.media.ToldSound;
import org.gridsight.media.rtp.RtpPacket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound between the pictures of a program stream. */
class PsSoundTest {

    private static final PsWriter.Style SILENT = new PsWriter.Style(false, true, true, false, 5_000, 0x1b);

    private final RtpPacket header = new RtpPacket();
    private final SyntheticVideo video = new SyntheticVideo(7, false);
    private final PsWriter writer = new PsWriter(SILENT, 1_400, 1);

    @TempDir
    private Path folder;

    /** So many bytes of sound behind each picture, wherever its frames end. */
    private void feed(PsStream stream, byte[] map, byte[] sound, int each) {
        int picture = 0;
        for (int from = 0; from < sound.length; from += each) {
            boolean key = picture % 10 == 0;
            ByteArrayOutputStream piece = new ByteArrayOutputStream();
            piece.writeBytes(writer.picture(video.picture(key, 2, key ? 9_000 : 900), key, picture * 3_600L));
            if (key) {
                piece.writeBytes(map);
            }
            byte[] part = Arrays.copyOfRange(sound, from, Math.min(sound.length, from + each));
            int length = 3 + part.length;
            piece.writeBytes(PsWriter.bytes(0, 0, 1, 0xc0, length >> 8, length, 0x80, 0, 0));
            piece.writeBytes(part);
            for (byte[] packet : writer.packets(piece.toByteArray(), picture * 3_600L, true)) {
                ByteBuffer bytes = ByteBuffer.wrap(packet);
                assertThat(header.parse(bytes)).isTrue();
                stream.packet(header, bytes);
            }
            picture++;
        }
    }

    private static byte[] map(int soundType) {
        return PsWriter.bytes(
                0, 0, 1, 0xbc, 0, 18, 0xe0, 0xff, 0, 0, 0, 8, 0x1b, 0xe0, 0, 0, soundType, 0xc0, 0, 0, 1, 2, 3, 4);
    }

    @Test
    void takesAacWhereverItIsCut() throws IOException, InterruptedException {
        AacSound sound = AacSound.make(folder);
        for (int each : new int[] {211, 700, 3_000}) {
            for (byte[] map : List.of(new byte[0], map(0x0f))) {
                ToldSound told = new ToldSound();
                feed(new PsStream(told), map, sound.adts(), each);
                assertThat(told.soundFormats).containsExactly(SoundFormat.aac(sound.configuration()));
                assertThat(told.soundFormats.get(0).sampleRate()).isEqualTo(16_000);
                assertThat(told.frames).hasSameSizeAs(sound.frames());
                for (int i = 0; i < told.frames.size(); i++) {
                    assertThat(told.frames.get(i)).isEqualTo(sound.frames().get(i));
                }
                assertThat(told.pictures).hasSizeGreaterThan(2);
                assertThat(told.faults).isEmpty();
            }
        }
    }

    @Test
    void namesWhatIsNotPlayedAndLeavesItOut() {
        ToldSound told = new ToldSound();
        feed(new PsStream(told), map(0x90), new byte[6_400], 320);
        assertThat(told.soundFormats).containsExactly(SoundFormat.unplayed("G.711 A"));
        assertThat(told.frames).isEmpty();
        assertThat(told.pictures).hasSizeGreaterThan(10);
    }

    @Test
    void saysSoWhereNothingIsRecognised() {
        ToldSound told = new ToldSound();
        feed(new PsStream(told), new byte[0], new byte[20_000], 320);
        assertThat(told.soundFormats).containsExactly(SoundFormat.unplayed("?"));
        assertThat(told.frames).isEmpty();
    }

    @Test
    void isLeftUnreadWhereNobodyWantsIt() {
        Told told = new Told();
        feed(new PsStream(told), map(0x0f), new byte[6_400], 320);
        assertThat(told.pictures).hasSizeGreaterThan(10);
        assertThat(told.faults).isEmpty();
    }
}
