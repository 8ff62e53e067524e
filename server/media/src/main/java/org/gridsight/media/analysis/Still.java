package org.gridsight.media.analysis;

/**
 * What was made of a key picture.
 *
 * @param jpeg masked; owned by who gets it
 * @param plane one pixel wide and high when none was asked for
 */
public record Still(int width, int height, byte[] jpeg, LumaPlane plane) {}
