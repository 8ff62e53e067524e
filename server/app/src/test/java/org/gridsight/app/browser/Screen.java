package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One page of one person in a browser context of its own; remembers everything the browser complained about. */
final class Screen {

    /** Where the pictures go; Maven runs the tests of a module in its folder. */
    static final Path PICTURES = Path.of("target/screenshots");

    private static final double PATIENCE_MILLIS = 90_000;

    private final BrowserContext context;
    private final URI base;
    private final Page page;
    private final List<String> faults = new CopyOnWriteArrayList<>();

    Screen(BrowserContext context, URI base) {
        this.context = context;
        this.base = base;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        listen();
    }

    private void listen() {
        page.onConsoleMessage(message -> {
            boolean bad = message.type().equals("error") || message.type().equals("warning");
            if (bad && !isSessionQuestion(message.location())) {
                faults.add("console: " + message.text() + " " + message.location());
            }
        });
        page.onPageError(error -> faults.add("script: " + error));
        page.onRequestFailed(request -> {
            if (!"net::ERR_ABORTED".equals(request.failure())) {
                faults.add("request: " + request.url() + " " + request.failure());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400 && !isSessionQuestion(response.url())) {
                faults.add("answer: " + response.status() + " " + response.url());
            }
        });
        page.onRequest(this::refuseOutside);
    }

    /** "Am I signed in?" is answered 401 to whoever is not: the one answer of this kind that is no fault. */
    private static boolean isSessionQuestion(String location) {
        return location.contains("/api/session");
    }

    private void refuseOutside(Request request) {
        if (!request.url().startsWith(base.toString()) && !request.url().matches("(data|blob):.*")) {
            faults.add("leaves the house: " + request.url());
        }
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Screen open(String path) {
        page.navigate(base.resolve(path).toString());
        return this;
    }

    /** From the next page on its clock goes as the world's does, until it is put forward. */
    Screen ownClock() {
        page.clock().install();
        return this;
    }

    /** Puts the clock of {@link #ownClock} forward: what was to happen by then happens now. */
    void later(Duration step) {
        page.clock().fastForward(step.toMillis());
    }

    /** Fills the form that stands there and waits until it is gone. */
    Screen signIn(String username) {
        return signIn(username, DemoTown.PASSWORD);
    }

    Screen signIn(String username, String password) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.keyboard().press("Enter");
        assertThat(page.locator("#password")).hasCount(0);
        return this;
    }

    /** Leaves a sign that only a reload of the document can wipe out. */
    Screen sign() {
        page.evaluate("() => { window.untouched = true; }");
        return this;
    }

    void expectNoReload() {
        assertThat(page.evaluate("() => window.untouched === true"))
                .as("the document of " + page.url() + " was never reloaded")
                .isEqualTo(true);
    }

    Screen expectNoFaults() {
        assertThat(faults).as(page.url()).isEmpty();
        return this;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** A field of the side panel by its label. */
    Locator field(String label) {
        return find(".sidepane").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    Locator button(String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    /** Looks for a case by its title and opens the first row found, all by keys. */
    Screen openCase(String title) {
        assertThat(find(".vlist-row").first()).isVisible();
        press("/");
        find("#search").fill(title);
        assertThat(find(".vlist-row")).hasCount(1);
        press("Enter");
        assertThat(find(".card-title")).hasText(title);
        return this;
    }

    Screen press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Saves what is seen now. */
    Screen picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setTimeout(PATIENCE_MILLIS));
        return this;
    }

    void close() {
        context.close();
    }
}
