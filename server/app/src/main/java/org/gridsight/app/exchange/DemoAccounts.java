package org.gridsight.app.exchange;

import static org.gridsight.app.access.Role.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.NewAccount;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Scope;
import org.gridsight.gisdata.demo.DemoTownship;
import org.gridsight.gisdata.demo.DemoWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The accounts of the demo, one per role, all with one password: the given one, or a random one told once and kept in a file. */
@Component
class DemoAccounts {

    private static final Logger log = LoggerFactory.getLogger(DemoAccounts.class);
    private static final String FILE = "demo-accounts.txt";

    private final Accounts accounts;
    private final DemoSettings settings;

    DemoAccounts(Accounts accounts, DemoSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    void open(DemoTownship town, String actor) {
        String password = settings.demoPassword().isBlank() ? random() : settings.demoPassword();
        List<NewAccount> all = list(town);
        all.forEach(account -> accounts.open(account, password, actor));
        if (settings.demoPassword().isBlank()) {
            tell(all, password);
        }
    }

    private static List<NewAccount> list(DemoTownship town) {
        DemoWorker worker = town.workers().stream()
                .filter(DemoWorker::demoAccount)
                .findFirst()
                .orElseThrow();
        Scope whole = new Scope(DemoTownship.CODE);
        Scope village = new Scope(town.villages().get(0).code());
        return List.of(
                account("screen", "大屏", whole, Set.of(SCREEN)),
                account("duty", "值班员01", whole, Set.of(DISPATCHER)),
                account("leader", "负责人", whole, Set.of(LEADER)),
                new NewAccount(
                        "worker",
                        worker.person().name(),
                        Set.of(GRID_WORKER),
                        new Scope(worker.post().gridCode()),
                        worker.id(),
                        null),
                account("clerk", "村级专干", village, Set.of(VILLAGE_CLERK, WINDOW_CLERK)),
                new NewAccount("department", "司法所经办人", Set.of(HANDLER, MEDIATOR), whole, null, "justice"),
                account("supervisor", "督办核查员", whole, Set.of(SUPERVISOR, VERIFIER)),
                account("gis", "地理数据员", whole, Set.of(GIS_EDITOR)),
                account("video", "视频管理员", whole, Set.of(VIDEO_MANAGER)),
                account("sysadmin", "系统管理员", whole, Set.of(SYSTEM_ADMIN)),
                account("secadmin", "安全管理员", whole, Set.of(SECURITY_ADMIN)),
                account("auditor", "审计管理员", whole, Set.of(AUDIT_ADMIN)));
    }

    private static NewAccount account(String name, String displayName, Scope scope, Set<Role> roles) {
        return new NewAccount(name, displayName, roles, scope, null, null);
    }

    private static String random() {
        byte[] bytes = new byte[9];
        new SecureRandom().nextBytes(bytes);
        return "Gs1-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void tell(List<NewAccount> all, String password) {
        String text = all.stream().map(NewAccount::username).collect(Collectors.joining(" "));
        Path file = Path.of(settings.dataDir(), FILE);
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, "accounts: " + text + "\npassword: " + password + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        // the console only, once: the structured log file must not hold a password
        System.out.println("\n  GridSight demo. Accounts: " + text + "\n  Password of all: " + password + "\n  Kept in "
                + file + "\n");
        log.info("demo accounts opened, see {}", file);
    }
}
