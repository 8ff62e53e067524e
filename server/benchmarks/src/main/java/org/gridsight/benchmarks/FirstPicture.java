package org.gridsight.benchmarks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * In Chromium, with the product's own player: from asking for a ticket to the first picture on the screen, for a camera that
 * somebody watches already. The camera is one of {@link MediaFarm}; the product must allow loopback.
 */
final class FirstPicture {

    private static final int ROUNDS = 40;

    private static final String LOOK = """
            async ({ camera, rounds }) => {
              const { createPlayer } = await import('/src/video/player.js');
              const cookie = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='));
              const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': cookie.split('=')[1] };
              const body = JSON.stringify({ purpose: 'MAINTENANCE', reason: 'benchmark' });
              const open = async () => {
                const begin = performance.now();
                const asked = await fetch(`/api/cameras/${camera}/tickets`, { method: 'POST', headers, body });
                const { liveUrl } = await asked.json();
                const video = document.createElement('video');
                video.muted = true;
                document.body.prepend(video);
                return new Promise((done) => {
                  const player = createPlayer(video, {
                    openSocket: () => new WebSocket(location.origin.replace('http', 'ws') + liveUrl),
                    now: () => performance.now(),
                    onProgress: ({ pictures }) => pictures > 0 && done({ player, video, wait: performance.now() - begin }),
                  });
                });
              };
              await open();
              const waits = [];
              for (let round = 0; round < rounds; round += 1) {
                const { player, video, wait } = await open();
                waits.push(wait);
                player.destroy();
                video.remove();
                await new Promise((next) => setTimeout(next, 137));
              }
              return waits;
            }""";

    private FirstPicture() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Arguments given = new Arguments(arguments);
        Path folder = Files.createTempDirectory("gridsight-media");
        MediaClip clip = MediaClip.make(folder);
        Files.delete(folder.resolve("clip.h264"));
        Files.delete(folder);
        try (MediaFarm farm = new MediaFarm(clip)) {
            String camera = enter(Product.as("video", given.required("password"), given.required("url")), farm.port());
            Latencies waits = look(given, camera);
            Row.print(FirstPicture.class, "Chromium, camera warm, ticket included", waits.summary(), "300 ms");
        }
        System.exit(0);
    }

    private static String enter(Product product, int port) {
        JsonNode centre = product.get("/api/place").path("center");
        Map<String, ?> body = Map.of(
                "name",
                "benchmark",
                "location",
                Map.of(
                        "type",
                        "Point",
                        "coordinates",
                        List.of(centre.get(0).asDouble(), centre.get(1).asDouble())),
                "streamUrl",
                "rtsp://127.0.0.1:" + port + "/");
        HttpResponse<String> made = product.send(product.request("/api/cameras")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Product.JSON.writeValueAsString(body)))
                .build());
        if (made.statusCode() != 201) {
            throw new IllegalStateException("no camera: " + made.statusCode() + " " + made.body());
        }
        return Product.JSON.readTree(made.body()).path("id").asString();
    }

    private static Latencies look(Arguments given, String camera) {
        Latencies latencies = new Latencies();
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(FirstMap.chromium())
                                .setArgs(FirstMap.FLAGS))) {
            Page page = browser.newPage();
            page.setDefaultTimeout(TimeUnit.MINUTES.toMillis(2));
            page.navigate(given.required("url") + "/");
            page.fill("#username", "video");
            page.fill("#password", given.required("password"));
            page.click("button[type=submit]");
            page.locator("#password").waitFor(hidden());
            Object waits = page.evaluate(LOOK, Map.of("camera", camera, "rounds", ROUNDS));
            for (Object wait : (List<?>) waits) {
                latencies.add(Math.round(((Number) wait).doubleValue() * 1e6));
            }
        }
        return latencies;
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }
}
