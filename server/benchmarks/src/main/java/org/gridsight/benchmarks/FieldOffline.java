package org.gridsight.benchmarks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/**
 * The workers' page opened anew without a network, from the address to the button that reports: a new page of a browser
 * on a phone's viewport, the shell from its service worker, the data from the device.
 */
final class FieldOffline {

    private static final String READY = ".field-home .field-big";

    private FieldOffline() {}

    public static void main(String[] arguments) {
        Arguments given = new Arguments(arguments);
        Latencies latencies = new Latencies();
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(FirstMap.chromium())
                                .setArgs(FirstMap.FLAGS));
                BrowserContext phone = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setIsMobile(true)
                        .setHasTouch(true))) {
            String address = given.text("url", "http://127.0.0.1:8080") + "/field";
            openOnce(phone, address, given);
            phone.setOffline(true);
            // the first round warms the browser up
            for (int round = 0; round <= given.number("rounds", 9); round++) {
                long nanos = open(phone, address);
                if (round > 0) {
                    latencies.add(nanos);
                }
            }
        }
        Row.print(
                FieldOffline.class,
                given.text("on", ""),
                "offline, address to usable page: " + latencies.rounds(),
                given.text("mark", ""));
    }

    private static void openOnce(BrowserContext phone, String address, Arguments given) {
        Page page = phone.newPage();
        page.navigate(address);
        page.locator("#username").fill(given.text("user", "worker"));
        page.locator("#password").fill(given.text("password", ""));
        page.keyboard().press("Enter");
        page.locator(READY).waitFor();
        page.waitForFunction("() => navigator.serviceWorker.controller !== null");
        page.close();
    }

    private static long open(BrowserContext phone, String address) {
        Page page = phone.newPage();
        long start = System.nanoTime();
        page.navigate(address);
        page.locator(READY).waitFor();
        long nanos = System.nanoTime() - start;
        page.close();
        return nanos;
    }
}
