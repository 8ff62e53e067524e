package org.gridsight.media.analysis;

/**
 * Brightness of a picture, line by line from the top, 0 black to 255 white.
 *
 * @param pixels not copied; never changed after construction
 */
public record LumaPlane(int width, int height, byte[] pixels) {

    public LumaPlane {
        if (width < 1 || height < 1 || pixels.length != width * height) {
            throw new IllegalArgumentException(
                    "a plane of " + width + " x " + height + " cannot have " + pixels.length + " pixels");
        }
    }

    int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }
}
