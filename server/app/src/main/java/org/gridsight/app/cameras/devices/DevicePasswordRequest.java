package org.gridsight.app.cameras.devices;

import java.util.Optional;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/cameras/devices/{deviceId}/password}; blank: the common one again. */
record DevicePasswordRequest(@Nullable String password) {

    /** Devices hash the bytes they were given; only these mean the same bytes everywhere. */
    private static final String ALLOWED = "[!-~]{8,64}";

    Optional<String> check(String deviceId) {
        Faults faults = new Faults();
        if (!deviceId.matches("\\d{20}")) {
            faults.add("deviceId", new Text("国标编号须为 20 位数字。", "must be 20 digits"));
        }
        Optional<String> wanted = Optional.ofNullable(password).filter(text -> !text.isBlank());
        if (wanted.isPresent() && !wanted.get().matches(ALLOWED)) {
            faults.add(
                    "password",
                    new Text("须为 8 到 64 个英文字母、数字或符号，不含空格。", "must be 8 to 64 letters, digits or signs, no spaces"));
        }
        faults.throwIfAny();
        return wanted;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DevicePasswordRequest";
    }
}
