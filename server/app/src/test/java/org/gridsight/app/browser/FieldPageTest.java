package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gridsight.app.testing.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;

/** The workers' own page on a phone: without a network, through kills, and with the console on the other side. */
@ExtendWith(WithDemoTown.class)
class FieldPageTest {

    private static final String HOME = ".field-home";
    private static final String CONTROLLED = "() => navigator.serviceWorker.controller !== null";

    /** What the page has loaded and its service worker has not kept. */
    private static final String NOT_KEPT = """
            async () => {
              const loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname);
              const files = loaded.filter((path) => path.startsWith('/src/'));
              const missing = [];
              for (const path of files) if (!(await caches.match(path))) missing.push(path);
              return files.length === 0 ? ['nothing was loaded'] : missing;
            }
            """;

    /** As another page of the same browser does it. */
    private static final String SIGN_IN_ELSEWHERE = """
            async ([username, password]) => {
              const token = decodeURIComponent(/XSRF-TOKEN=([^;]*)/.exec(document.cookie)[1]);
              const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token };
              const body = JSON.stringify({ username, password });
              const response = await fetch('/api/session', { method: 'POST', headers, body });
              if (!response.ok) throw new Error(`${response.status}`);
            }
            """;

    @Test
    void aReportMadeOfflineSurvivesKillsAndArrivesOnce(DemoTown town) throws IOException {
        String words = "沟边倒了一车碎砖";
        Screen phone = town.signedIn("worker", Device.PHONE);
        standAt(phone, town.placeOfTheWorker());
        phone.open("/field");
        assertThat(phone.find(HOME)).isVisible();
        phone.page().waitForFunction(CONTROLLED);
        assertThat(phone.page().evaluate(NOT_KEPT)).as("loaded, but not kept").isEqualTo(List.of());

        phone.context().setOffline(true);
        write(phone, words);
        Page second = reopened(phone.page());
        sendDraft(second, words);
        second.goBack();
        assertThat(second.locator(HOME)).isVisible();
        assertThat(second.locator(".field-report")).hasCount(0);
        Page third = reopened(second);
        assertThat(third.locator(".field-waiting")).containsText(words);
        assertThat(third.locator(".field-state")).containsText("离线，已存 1 份报告");
        somebodyElseSeesNothing(third);
        assertThat(third.locator(".field-latest")).containsText(words);
        assertThat(third.locator(".field-entry")).hasCount(0);
        third.reload();
        assertThat(third.locator(".field-latest")).containsText(words);
        assertThat(third.locator(".field-state")).containsText("内容已同步");
        thereIsOne(town.client("duty"), words);
    }

    private static void write(Screen phone, String words) throws IOException {
        phone.find(".field-home .field-big").tap();
        phone.find(".field-kind[data-kind=SANITATION]").tap();
        assertThat(phone.find(".field-fact").first()).containsText("网格");
        phone.find("input[type=file]").setInputFiles(photo());
        assertThat(phone.find(".field-photos img")).isVisible();
        phone.find("#field-words").fill(words);
    }

    private static void sendDraft(Page page, String words) {
        assertThat(page.locator(HOME)).containsText(words);
        page.locator(".field-row")
                .filter(new Locator.FilterOptions().setHasText(words))
                .tap();
        assertThat(page.locator("#field-words")).hasValue(words);
        assertThat(page.locator(".field-photos img")).isVisible();
        page.locator(".field-send .button").tap();
        assertThat(page.locator(".field-state")).containsText("离线，已存 1 份报告");
    }

    private static void thereIsOne(Client duty, String words) {
        JsonNode found = duty.get("/api/incidents?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .path("items");
        assertThat(found.size()).as("cases that say so").isEqualTo(1);
        String id = found.get(0).path("id").asString();
        JsonNode photos =
                duty.get("/api/incidents/" + id + "/photos").expect(200).json();
        assertThat(photos.path("items").size()).as("photos").isEqualTo(1);
        putAside(duty, found.get(0));
    }

    @Test
    void anOrderComesWithoutAReloadAndItsAnswersGoBack(DemoTown town) {
        String title = "水渠盖板断了一块";
        Coordinate place = town.placeOfTheWorker();
        Client worker = town.client("worker");
        worker.put("/api/workers/me/duty", Map.of("onDuty", true)).expect(200);
        try {
            String name = worker.get("/api/session").json().path("displayName").asString();
            tellPlace(worker, place);
            report(town.client("duty"), title, place);
            Screen phone = town.signedIn("worker", Device.PHONE);
            standAt(phone, place);
            phone.open("/field");
            assertThat(phone.find(".field-tasks h2")).isVisible();
            phone.sign();
            Screen desk =
                    town.signedIn("duty", Device.DESK).open("/").openCase(title).sign();

            desk.press("a", "d");
            desk.find(".pick-list .pick")
                    .filter(new Locator.FilterOptions().setHasText(name))
                    .click();
            desk.find(".move-form button[type=submit]").click();
            assertThat(desk.find(".card-line")).containsText("已派单");
            workOn(phone, desk, title, name);
            for (Screen screen : List.of(phone, desk)) {
                screen.expectNoReload();
                screen.expectNoFaults();
            }
        } finally {
            worker.put("/api/workers/me/duty", Map.of("onDuty", false)).expect(200);
        }
    }

    @Test
    void aSignOutOfflineHoldsAndNobodyActsInAnothersName(DemoTown town) {
        // a session of its own: the others share one
        Screen phone = town.screen(Device.PHONE).open("/field");
        Page page = phone.page();
        signIn(page, "worker");
        phone.context().setOffline(true);
        page.locator(".field-menu > summary").tap();
        page.locator(".field-menu-item").last().tap();
        assertThat(page.locator("#username")).isVisible();
        phone.context().setOffline(false);
        page.waitForFunction("async () => (await fetch('/api/session')).status === 401");
        signIn(page, "worker");

        page.evaluate(SIGN_IN_ELSEWHERE, List.of("clerk", DemoTown.PASSWORD));
        page.locator(".field-menu > summary").tap();
        page.locator(".field-menu-item").first().tap();
        assertThat(page.locator(".field-state")).containsText("登录已过期");
        assertThat(page.locator(HOME)).isVisible();
    }

    private static void workOn(Screen phone, Screen desk, String title, String name) {
        phone.find(".field-row")
                .filter(new Locator.FilterOptions().setHasText(title))
                .tap();
        phone.find("[data-step=ACCEPTED]").tap();
        assertThat(phone.find("[data-step=ACCEPTED]")).hasCount(0);
        assertThat(desk.find(".history")).containsText(name);
        phone.find("[data-step=start]").tap();
        assertThat(desk.find(".card-line")).containsText("处置中");
        phone.find("[data-step=handle]").tap();
        phone.find("#field-step").fill("已换新盖板。");
        phone.find(".field-task form .button.primary").tap();
        assertThat(desk.find(".card-line")).containsText("待核查");
        assertThat(phone.find(".field-task")).containsText("已处置完成");
    }

    @Test
    void theWorkersPageIsOpenToAllAndFitsTheSmallestPhone(DemoTown town) {
        Screen phone = town.signedIn("worker", Device.PHONE.english());
        standAt(phone, town.placeOfTheWorker());
        phone.open("/field");
        assertThat(phone.find(HOME)).isVisible();
        phone.find(".field-menu > summary").tap();
        expectGood(phone);
        phone.find(".field-menu > summary").tap();
        phone.find(".field-home .field-big").tap();
        assertThat(phone.find(".field-kind").first()).isVisible();
        PhoneChecksTest.expectFits(phone);
        phone.find(".field-kind[data-kind=DISPUTE]").tap();
        phone.find("#field-category").selectOption("B02");
        phone.find(".field-guidance summary").tap();
        phone.find(".field-fact summary").first().tap();
        assertThat(phone.find(".field-map .field-grid").first()).isVisible();
        expectGood(phone);
    }

    @Test
    void onlyTheWorkersPageMayStandInAnotherOne(DemoTown town) {
        Client nobody = town.product().client();
        assertThat(policy(nobody, "/field")).contains("frame-ancestors 'self'");
        assertThat(policy(nobody, "/")).contains("frame-ancestors 'none'");
        Screen phone = town.signedIn("worker", Device.PHONE).open("/field?embed=1");
        assertThat(phone.find(HOME)).isVisible();
        assertThat(phone.find(".field-head")).isHidden();
        assertThat(phone.find(".field-foot")).isVisible();
    }

    private static String policy(Client client, String path) {
        return client.get(path).headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Security-Policy"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static void expectGood(Screen phone) {
        PageChecksTest.expectGood(phone);
        PhoneChecksTest.expectFits(phone);
        Object small = phone.page().evaluate("""
                () => [...document.querySelectorAll('button, a.button, summary, select, textarea, input:not([type=file])')]
                  .filter((part) => part.checkVisibility() && part.getBoundingClientRect().height < 47.5)
                  .map((part) => part.outerHTML.slice(0, 100))
                """);
        assertThat(small).as("targets under 48 px").isEqualTo(List.of());
    }

    /** The session has ended, and another person uses the device before the worker is back. */
    private static void somebodyElseSeesNothing(Page page) {
        page.context().clearCookies();
        page.context().setOffline(false);
        assertThat(page.locator(".field-state")).containsText("登录已过期");
        page.locator(".field-state .button.primary").tap();
        signIn(page, "clerk");
        assertThat(page.locator(".field-state")).containsText("内容已同步");
        assertThat(page.locator(".field-entry")).hasCount(0);
        page.locator(".field-menu > summary").tap();
        page.locator(".field-menu-item").last().tap();
        signIn(page, "worker");
    }

    private static void signIn(Page page, String username) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(DemoTown.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator(HOME)).isVisible();
    }

    /** The device is killed and the page opened anew: nothing of the first page has a say in it. */
    private static Page reopened(Page page) {
        Page next = page.context().newPage();
        String address = page.url().replaceFirst("#.*", "");
        page.close();
        next.navigate(address);
        assertThat(next.locator(HOME)).isVisible();
        return next;
    }

    private static void standAt(Screen phone, Coordinate place) {
        phone.context().grantPermissions(List.of("geolocation"));
        phone.context().setGeolocation(new Geolocation(place.y, place.x));
    }

    private static void tellPlace(Client worker, Coordinate place) {
        Instant now = Instant.now();
        // the second confirms the first, wherever the worker was before
        List<Map<String, Object>> fixes = Stream.of(now.minusSeconds(2), now)
                .<Map<String, Object>>map(
                        at -> Map.of("lon", place.x, "lat", place.y, "accuracyMetres", 5, "at", at.toString()))
                .toList();
        worker.post("/api/workers/me/positions", fixes).expectSuccess();
    }

    /** A matter that the demo worker is skilled in. */
    private static void report(Client duty, String title, Coordinate place) {
        Map<String, Object> body = Map.of(
                "kind",
                "HAZARD",
                "title",
                title,
                "description",
                "行人容易踩空。",
                "location",
                Map.of("type", "Point", "coordinates", List.of(place.x, place.y)),
                "occurredAt",
                Instant.now().minusSeconds(60).toString(),
                "source",
                "HOTLINE_12345");
        duty.post("/api/incidents", body).expect(201);
    }

    /** The town is shared with other tests. */
    private static void putAside(Client duty, JsonNode incident) {
        Map<String, Object> reject =
                Map.of("action", "reject", "version", incident.path("version").asLong(), "reason", "演练结束");
        duty.post("/api/incidents/" + incident.path("id").asString() + "/actions", reject)
                .expect(200);
    }

    private static FilePayload photo() throws IOException {
        BufferedImage picture = new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.GRAY);
        pen.fillRect(0, 0, 2400, 1800);
        pen.setColor(Color.ORANGE);
        pen.fillOval(700, 500, 900, 700);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", jpeg);
        return new FilePayload("scene.jpg", "image/jpeg", jpeg.toByteArray());
    }
}
