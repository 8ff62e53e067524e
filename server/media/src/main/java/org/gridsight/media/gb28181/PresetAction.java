package org.gridsight.media.gb28181;

import java.util.Arrays;
import java.util.Optional;

/** What can be done with a stored direction of a camera. */
public enum PresetAction {
    STORE(0x81),
    CALL(0x82),
    DELETE(0x83);

    private final int code;

    PresetAction(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Optional<PresetAction> of(int code) {
        return Arrays.stream(values()).filter(action -> action.code == code).findFirst();
    }
}
