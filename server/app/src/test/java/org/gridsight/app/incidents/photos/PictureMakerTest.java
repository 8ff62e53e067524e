package org.gridsight.app.incidents.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.testing.PhotoSender;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

/** Pictures are made anew, upright and bounded, or refused by what their first bytes say. */
class PictureMakerTest {

    private final PictureMaker maker = new PictureMaker(new PhotoSettings(
            DataSize.ofMegabytes(12),
            9,
            DataSize.ofMegabytes(64),
            Duration.ofDays(1),
            Duration.ofDays(30),
            40,
            2048,
            DataSize.ofMegabytes(1)));

    @ParameterizedTest
    @EnumSource(PictureHead.Format.class)
    void largePicturesShrinkAndSmallOnesStay(PictureHead.Format format) throws IOException {
        PictureMaker.Made made = maker.make(PhotoSender.picture(format.name(), 4200, 1400));
        assertThat(made.width()).isEqualTo(2048);
        assertThat(made.height()).isBetween(680, 686);
        assertThat(opened(made.small()).getWidth()).isEqualTo(PhotoFolder.SMALL);
        PictureMaker.Made same = maker.make(PhotoSender.picture(format.name(), 200, 100));
        assertThat(same.width()).isEqualTo(200);
    }

    /** Where the red half of a picture 40 wide and 20 high lies after it was turned upright. */
    @ParameterizedTest
    @CsvSource({
        "1,40,left",
        "2,40,right",
        "3,40,right",
        "4,40,left",
        "5,20,top",
        "6,20,top",
        "7,20,bottom",
        "8,20,bottom"
    })
    void turnsUprightAndForgetsExif(int turn, int width, String red) throws IOException {
        byte[] turned = withExif(PhotoSender.picture("jpg", 40, 20), turn);
        PictureMaker.Made made = maker.make(turned);
        BufferedImage picture = opened(made.large());
        assertThat(picture.getWidth()).isEqualTo(width);
        int x = red.equals("left") ? 4 : red.equals("right") ? width - 4 : width / 2;
        int y = red.equals("top") ? 4 : red.equals("bottom") ? picture.getHeight() - 4 : picture.getHeight() / 2;
        int colour = picture.getRGB(x, y);
        assertThat(colour >> 16 & 0xFF).isGreaterThan(200);
        assertThat(colour & 0xFF).isLessThan(60);
        assertThat(new String(made.large(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    private static byte[] withExif(byte[] jpeg, int turn) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.put(new byte[] {(byte) 0xFF, (byte) 0xE1}).putShort((short) 34);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) turn).putShort((short) 0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(exif.array());
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    private static BufferedImage opened(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    @Test
    void bombsAreRefusedUnopened() {
        byte[] png = PhotoSender.picture("png", 10, 10);
        ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);
        refused(png, PhotoReason.TOO_MANY_PIXELS);
        ByteBuffer.wrap(png).putInt(16, -1).putInt(20, 30_000);
        refused(png, PhotoReason.UNREADABLE);
        byte[] jpeg = PhotoSender.picture("jpg", 10, 10);
        ByteArrayOutputStream scans = new ByteArrayOutputStream();
        scans.writeBytes(jpeg);
        for (int i = 0; i < 100; i++) {
            scans.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 2});
        }
        refused(scans.toByteArray(), PhotoReason.TOO_MANY_PIXELS);
    }

    @Test
    void whatIsNoPictureIsNamed() {
        refused(new byte[0], PhotoReason.NOT_A_PICTURE);
        refused("hello, this is text".getBytes(StandardCharsets.UTF_8), PhotoReason.NOT_A_PICTURE);
        refused("....ftypheic....".getBytes(StandardCharsets.US_ASCII), PhotoReason.HEIC);
        refused("RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII), PhotoReason.OTHER_FORMAT);
        refused("GIF89a..........".getBytes(StandardCharsets.US_ASCII), PhotoReason.OTHER_FORMAT);
        byte[] jpeg = PhotoSender.picture("jpg", 100, 100);
        refused(Arrays.copyOf(jpeg, 12), PhotoReason.UNREADABLE);
        byte[] png = PhotoSender.picture("png", 100, 100);
        refused(Arrays.copyOf(png, 40), PhotoReason.UNREADABLE);
    }

    private void refused(byte[] bytes, PhotoReason why) {
        assertThatThrownBy(() -> maker.make(bytes))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.reason()).isEqualTo(why));
    }

    @Test
    void aFullDiskIsSaid() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "this system has no /dev/full");
        Receiving file = new Receiving(full);
        assertThatThrownBy(() -> file.write(new byte[] {1}, 1))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refusal -> assertThat(refusal.reason().status()).isEqualTo(507));
    }
}
