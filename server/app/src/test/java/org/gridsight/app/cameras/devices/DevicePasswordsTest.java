package org.gridsight.app.cameras.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import org.gridsight.app.cameras.CameraSecrets;
import org.gridsight.app.testing.EmbeddedTown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EmbeddedTown
class DevicePasswordsTest {

    private static final String DEVICE = "34020000001180000081";
    private static final Optional<String> COMMON = Optional.of("common");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CameraSecrets secrets;

    @Autowired
    private Clock clock;

    private DevicePasswords afterAStart() {
        DevicePasswords passwords = new DevicePasswords(jdbc, secrets, clock);
        passwords.load();
        return passwords;
    }

    @AfterEach
    void forget() {
        afterAStart().remove(DEVICE);
    }

    @Test
    void surviveAStart() {
        assertThat(afterAStart().of(DEVICE, COMMON)).isEqualTo(COMMON);
        afterAStart().store(DEVICE, "Own-Word-81");
        assertThat(afterAStart().of(DEVICE, COMMON)).contains("Own-Word-81");
        assertThat(afterAStart().devices()).contains(DEVICE);
    }

    @Test
    void keepADeviceOutRatherThanLetItInWithTheCommonOne() {
        afterAStart().store(DEVICE, "Own-Word-81");
        String ofAnother = secrets.seal("device/34020000001180000082", "Own-Word-82");
        jdbc.sql("update cameras.device_password set sealed = ? where device_id = ?")
                .params(ofAnother, DEVICE)
                .update();
        assertThat(afterAStart().of(DEVICE, COMMON)).isEmpty();
    }
}
