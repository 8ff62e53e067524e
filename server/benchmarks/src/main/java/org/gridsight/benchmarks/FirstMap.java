package org.gridsight.benchmarks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * From the click on "sign in" to a map that can be worked with: the queue has rows and the map has drawn something.
 * Each round is a new browser profile with an empty cache.
 */
final class FirstMap {

    static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** True once some canvas of the map has a pixel in it and the queue a row. */
    static final String USABLE = """
            () => {
              const small = document.createElement('canvas');
              small.width = small.height = 24;
              const pen = small.getContext('2d', { willReadFrequently: true });
              const drawn = [...document.querySelectorAll('.leaflet-container canvas')].some((canvas) => {
                if (canvas.width === 0 || canvas.height === 0) {
                  return false;
                }
                pen.drawImage(canvas, 0, 0, 24, 24);
                return pen.getImageData(0, 0, 24, 24).data.some((value) => value !== 0);
              });
              return drawn && document.querySelector('[role=listbox] [role=option]') !== null;
            }""";

    private FirstMap() {}

    public static void main(String[] arguments) {
        Arguments given = new Arguments(arguments);
        Latencies latencies = new Latencies();
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium())
                                .setArgs(FLAGS))) {
            // one round warms the server and the browser up
            for (int round = 0; round <= given.number("rounds", 7); round++) {
                long nanos = signIn(browser, given);
                if (round > 0) {
                    latencies.add(nanos);
                }
            }
        }
        Row.print(
                FirstMap.class,
                given.text("on", ""),
                "sign-in click to usable map, empty cache: " + latencies.rounds(),
                given.text("mark", ""));
    }

    static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium here"));
    }

    private static long signIn(Browser browser, Arguments given) {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1920, 1080).setLocale("zh-CN"))) {
            Page page = context.newPage();
            page.navigate(given.required("url") + "/");
            page.fill("#username", given.text("user", "duty"));
            page.fill("#password", given.required("password"));
            long start = System.nanoTime();
            page.click("button[type=submit]");
            page.waitForFunction(USABLE, null, new Page.WaitForFunctionOptions().setTimeout(60_000));
            return System.nanoTime() - start;
        }
    }
}
