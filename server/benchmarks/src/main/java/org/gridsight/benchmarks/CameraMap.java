package org.gridsight.benchmarks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * The console with 5,000 cameras on its map, in Chromium: from the sign-in click to a map that can be worked with, and how long
 * a frame takes while the map is dragged to and fro. The product must be running; cameras are entered until there are enough.
 */
final class CameraMap {

    private static final int AT_ONCE = 8;
    private static final int DRAGS = 8;

    /** Notes when each frame is drawn, until it is asked for. */
    private static final String WATCH_FRAMES = """
            () => {
              window.frameTimes = [];
              const one = (now) => {
                window.frameTimes.push(now);
                requestAnimationFrame(one);
              };
              requestAnimationFrame(one);
            }""";

    private CameraMap() {}

    public static void main(String[] arguments) {
        Arguments given = new Arguments(arguments);
        int cameras = given.number("cameras", 5_000);
        Product product = Product.as("video", given.required("password"), given.required("url"));
        int known = product.get("/api/cameras").path("features").size();
        enter(product, cameras - known);
        Latencies ready = new Latencies();
        Latencies frames = new Latencies();
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(FirstMap.chromium())
                                .setArgs(FirstMap.FLAGS))) {
            for (int round = 0; round <= given.number("rounds", 3); round++) {
                look(browser, given, round == 0 ? new Latencies() : ready, round == 0 ? new Latencies() : frames);
            }
        }
        Row.print(
                CameraMap.class,
                cameras + " cameras",
                String.format(
                        Locale.ROOT,
                        "sign-in click to usable map: median %.2f s; frame while dragging p50 %.1f, p95 %.1f ms (of %d,"
                                + " no GPU)",
                        ready.millisAt(0.5) / 1000,
                        frames.millisAt(0.5),
                        frames.millisAt(0.95),
                        frames.count()),
                given.text("mark", "<= 2 s, p95 <= 50 ms"));
        System.exit(0);
    }

    private static void enter(Product product, int count) {
        JsonNode box = product.get("/api/place").path("bbox");
        Random random = new Random(5_000);
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double lng = box.get(0).asDouble()
                    + random.nextDouble() * (box.get(2).asDouble() - box.get(0).asDouble());
            double lat = box.get(1).asDouble()
                    + random.nextDouble() * (box.get(3).asDouble() - box.get(1).asDouble());
            Map<String, ?> body = Map.of(
                    "name",
                    "camera " + i,
                    "location",
                    Map.of("type", "Point", "coordinates", List.of(lng, lat)),
                    "heading",
                    random.nextInt(360));
            waiting.add(product.sendAsync(product.request("/api/cameras")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(Product.JSON.writeValueAsString(body)))
                    .build()));
            if (waiting.size() == AT_ONCE) {
                settle(waiting);
            }
        }
        settle(waiting);
    }

    private static void settle(List<CompletableFuture<HttpResponse<String>>> waiting) {
        for (CompletableFuture<HttpResponse<String>> one : waiting) {
            HttpResponse<String> made = one.join();
            // a place of the box outside the town is refused, which leaves some cameras out
            if (made.statusCode() != 201 && made.statusCode() != 422 && made.statusCode() != 400) {
                throw new IllegalStateException("no camera: " + made.statusCode() + " " + made.body());
            }
        }
        waiting.clear();
    }

    private static void look(Browser browser, Arguments given, Latencies ready, Latencies frames) {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1920, 1080).setLocale("zh-CN"))) {
            Page page = context.newPage();
            page.setDefaultTimeout(TimeUnit.MINUTES.toMillis(2));
            page.navigate(given.required("url") + "/");
            page.fill("#username", given.text("user", "duty"));
            page.fill("#password", given.required("password"));
            long start = System.nanoTime();
            page.click("button[type=submit]");
            page.waitForFunction(FirstMap.USABLE);
            ready.add(System.nanoTime() - start);
            page.waitForTimeout(2_000);
            page.evaluate(WATCH_FRAMES);
            drag(page);
            List<?> times = (List<?>) page.evaluate("() => window.frameTimes");
            for (int i = 1; i < times.size(); i++) {
                double millis = number(times.get(i)) - number(times.get(i - 1));
                frames.add(Math.round(millis * 1e6));
            }
        }
    }

    private static void drag(Page page) {
        for (int i = 0; i < DRAGS; i++) {
            int way = i % 2 == 0 ? 1 : -1;
            page.mouse().move(960, 540);
            page.mouse().down();
            for (int step = 1; step <= 30; step++) {
                page.mouse().move(960 + way * step * 10, 540 + way * step * 5);
            }
            page.mouse().up();
        }
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
