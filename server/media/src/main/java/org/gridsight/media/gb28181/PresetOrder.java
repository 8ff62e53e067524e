package org.gridsight.media.gb28181;

/** What shall be done with the stored direction of this number, 1 to 255. */
public record PresetOrder(PresetAction action, int number) {}
