package org.gridsight.app.access;

import java.util.Set;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Opens {@code sysadmin} on an empty real database; refuses to start without a password for it. There is no default. A
 * weak one is taken, because whoever sets it holds the machine anyway, but the log says so.
 */
@Component
@Order(0)
class FirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final boolean demo;
    private final String password;

    FirstAdministrator(
            Accounts accounts,
            @Value("${gridsight.demo}") boolean demo,
            @Value("${gridsight.admin-password:}") String password) {
        this.accounts = accounts;
        this.demo = demo;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (demo || !accounts.isEmpty()) {
            return;
        }
        if (password.isBlank()) {
            throw new IllegalStateException(
                    "The database is empty and GRIDSIGHT_ADMIN_PASSWORD is not set. Set it: it becomes the password of sysadmin.");
        }
        Faults weak = new Faults();
        PasswordRule.check(weak, "password", password);
        if (!weak.list().isEmpty()) {
            log.warn("The password of sysadmin is weak. Sign in and change it: {}.", PasswordRule.WORDS.en());
        }
        accounts.open(
                new NewAccount("sysadmin", "系统管理员", Set.of(Role.SYSTEM_ADMIN), Scope.everything(), null, null),
                password,
                "system:access");
    }
}
