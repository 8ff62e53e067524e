package org.gridsight.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.Requires;
import org.gridsight.app.testing.RunningProduct;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The demo township as a running product in which nothing happens by itself, and Debian's Chromium to look at it. */
final class DemoTown implements AutoCloseable {

    static final String PASSWORD = "Demo-2026";
    /** Of whatever device signs in. */
    static final String SIP_PASSWORD = "Geraete-Passwort-9";

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int START_MILLIS = 180_000;

    private final int sipPort = freePort();
    private final Path chromium;
    private final Path folder;
    private final RunningProduct product;
    private final Playwright playwright;
    private final Browser browser;
    private final List<Browser> others = new ArrayList<>();
    private final List<Screen> screens = new ArrayList<>();
    private final Map<String, List<Cookie>> sessions = new HashMap<>();

    private DemoTown(Path chromium) throws IOException {
        this.chromium = chromium;
        folder = Files.createTempDirectory("gridsight-browser");
        product = RunningProduct.in(folder)
                .with("GRIDSIGHT_DEMO", "true")
                .with("GRIDSIGHT_DEMO_PASSWORD", PASSWORD)
                .with("GRIDSIGHT_DEMO_LIVE", "false")
                .with("GRIDSIGHT_CAMERA_NETWORKS", "127.0.0.0/8")
                // nobody looks at cameras but the tests
                .with("GRIDSIGHT_CAMERAS_HEALTH_EVERY", "0s")
                .with("GRIDSIGHT_SIP_BIND", "127.0.0.1")
                .with("GRIDSIGHT_SIP_ADDRESS", "127.0.0.1")
                .with("GRIDSIGHT_SIP_PORT", String.valueOf(sipPort))
                .with("GRIDSIGHT_SIP_PASSWORD", SIP_PASSWORD);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = launch();
    }

    /** Starts both; skips the test where no Chromium is. */
    static DemoTown start() {
        try {
            DemoTown town = new DemoTown(Requires.chromium());
            town.product.start();
            return town;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where devices of GB/T 28181 sign in. */
    int sipPort() {
        return sipPort;
    }

    RunningProduct product() {
        return product;
    }

    /** A browser process of its own, until the end of the test. */
    Browser secondBrowser() {
        Browser second = launch();
        others.add(second);
        return second;
    }

    private Browser launch() {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(ARGUMENTS)
                        .setTimeout(START_MILLIS));
    }

    /** A device of somebody who has not signed in yet. */
    Screen screen(Device device) {
        return screen(browser, device);
    }

    Screen screen(Browser other, Device device) {
        Screen screen = new Screen(other.newContext(device.options()), product.baseUrl());
        screens.add(screen);
        return screen;
    }

    /** A device of somebody who is signed in already; nothing is open on it yet. */
    Screen signedIn(String username, Device device) {
        return handOver(screen(device), username);
    }

    /** Puts a device that has read the pages once into other hands; the next page it opens is that person's. */
    Screen handOver(Screen screen, String username) {
        List<Cookie> session = sessions.computeIfAbsent(username, this::sessionOf);
        // what is open must not ask for anything between two people
        screen.page().navigate("about:blank");
        screen.context().clearCookies();
        screen.context().addCookies(session);
        return screen;
    }

    private List<Cookie> sessionOf(String username) {
        Screen door = new Screen(browser.newContext(Device.DESK.options()), product.baseUrl());
        List<Cookie> session = door.open("/").signIn(username).context().cookies();
        door.close();
        return session;
    }

    /** A new case in the grid of the demo worker, told by the duty officer. */
    JsonNode report(String title) {
        Coordinate place = placeOfTheWorker();
        Map<String, Object> body = Map.of(
                "kind",
                "FACILITY",
                "title",
                title,
                "description",
                "路灯杆倾斜，靠近校门。",
                "location",
                Map.of("type", "Point", "coordinates", List.of(place.x, place.y)),
                "occurredAt",
                Instant.now().minusSeconds(60).toString(),
                "source",
                "HOTLINE_12345");
        return client("duty").post("/api/incidents", body).expect(201).json();
    }

    /** A point well inside the grid of the demo worker. */
    Coordinate placeOfTheWorker() {
        Client worker = client("worker");
        String grid = worker.get("/api/session").json().path("scope").asString();
        for (JsonNode feature : worker.get("/api/grids").json().path("features")) {
            if (feature.path("properties").path("code").asString().equals(grid)) {
                return inside(feature.path("geometry").toString());
            }
        }
        throw new AssertionError("the worker does not see the own grid " + grid);
    }

    /** A place well inside a geometry. */
    static Coordinate inside(String geoJson) {
        try {
            return new GeoJsonReader().read(geoJson).getInteriorPoint().getCoordinate();
        } catch (ParseException e) {
            throw new AssertionError(geoJson, e);
        }
    }

    /** Everybody goes home; after a failure with a picture of what each of them saw last. */
    void leave(Optional<String> failed) {
        for (int i = 0; i < screens.size(); i++) {
            Screen screen = screens.get(i);
            int number = i + 1;
            failed.ifPresent(test -> screen.picture("failed-" + test + "-" + number));
            screen.close();
        }
        screens.clear();
        others.forEach(Browser::close);
        others.clear();
    }

    /** The same person as a program, for what only the test needs to know. */
    Client client(String username) {
        return product.client().signIn(username, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        playwright.close();
        product.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
