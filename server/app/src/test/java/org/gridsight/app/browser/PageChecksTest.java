package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every page owes its reader: nothing in the browser's console, no broken request, nothing from outside the house,
 * nothing that shuts out somebody who reads by ear or by keyboard, no sideways scrolling on a phone.
 */
@ExtendWith(WithDemoTown.class)
class PageChecksTest {

    /** A study that is quick and finds something. */
    private static final String A_REVIEW =
            "/hotspots?method=dbscan&kind=DISPUTE&a=2023-01-01,2023-12-31&b=2024-01-01,2024-12-31";

    private static final List<String> GRAVE = List.of("serious", "critical");

    /** Words and buttons that stick out of the screen, whatever hides them from the scroll bar. */
    private static final String STICKING_OUT = """
            () => {
              const width = document.documentElement.clientWidth;
              const out = [...document.querySelectorAll('button, a, input, select, textarea, label, summary, h1, h2, h3, p')]
                .filter((part) => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
                .filter((part) => !part.closest('.leaflet-container'))
                .filter((part) => {
                  const box = part.getBoundingClientRect();
                  return box.width > 2 && (box.right > width + 1 || box.left < -1);
                })
                .map((part) => `${part.tagName} ${part.className} "${part.textContent.slice(0, 30)}"`);
              return document.documentElement.scrollWidth > width ? ['the page scrolls sideways', ...out] : out;
            }
            """;

    static Stream<Device> looks() {
        Device desk = Device.DESK;
        return Stream.of(desk, desk.light(), desk.english(), desk.english().light());
    }

    static Stream<Device> phones() {
        Device small = Device.PHONE.sized(320, 640);
        return Stream.of(Device.PHONE, small, Device.PHONE.english(), small.english());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void pagesAreCleanAndOpenToAll(Device look, DemoTown town) {
        Screen door = town.screen(look).open("/");
        assertThat(door.find("#username")).isVisible();
        expectGood(door);

        Screen desk = town.signedIn("duty", look).open("/");
        assertThat(desk.find(".vlist-row").first()).isVisible();
        desk.press("j", "Enter");
        assertThat(desk.find(".history li").first()).isVisible();
        assertThat(desk.find(".town-map")).isVisible();
        expectGood(desk);

        Screen wall = town.signedIn("screen", look).open("/wall");
        assertThat(wall.find(".wall-row").first()).isVisible();
        expectGood(wall);

        Screen progress = town.screen(look).open("/progress");
        assertThat(progress.find("input")).isVisible();
        expectGood(progress);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void whatAdministratorsSeeIsCleanAndOpenToAll(Device look, DemoTown town) {
        for (String name : List.of("sysadmin", "secadmin", "auditor")) {
            Screen home = town.signedIn(name, look).open("/");
            assertThat(home.find(".admin-home a").first()).isVisible();
            expectGood(home);
        }
        for (String name : List.of("sysadmin", "secadmin")) {
            Screen accounts = town.signedIn(name, look).open("/accounts");
            accounts.find(".accounts-name").first().focus();
            accounts.press("Enter");
            assertThat(accounts.find(".accounts-side form").first()).isVisible();
            expectGood(accounts);
            accounts.find(".page-head button").first().click();
            assertThat(accounts.find("dialog[open]")).isVisible();
            expectGood(accounts);
        }
    }

    static Stream<Device> reviewLooks() {
        Device wide = Device.DESK.sized(1920, 1080);
        return Stream.of(wide, wide.light(), wide.english(), wide.english().light(), Device.DESK.sized(3840, 2160));
    }

    @ParameterizedTest
    @MethodSource("reviewLooks")
    void theHotspotReviewIsCleanAndOpenToAll(Device look, DemoTown town) {
        Screen review = town.signedIn("leader", look).open(A_REVIEW);
        review.find(".rank-row").first().click();
        assertThat(review.find(".incident-list li").first()).isVisible();
        expectGood(review);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyStepOfTheSetUpIsCleanAndOpenToAll(Device look, DemoTown town) {
        Screen setup = town.signedIn("gis", look).open("/setup");
        assertThat(setup.find(".setup-step").first()).isVisible();
        for (Locator step : setup.find(".setup-step").all()) {
            step.click();
            assertThat(step).hasAttribute("aria-current", "step");
            expectGood(setup);
        }
    }

    @Test
    void theCameraAdministrationIsCleanAndOpenToAll(DemoTown town) {
        Screen admin = town.signedIn("video", Device.DESK.english().light());
        cameraAdmin(admin).forEach(open -> {
            open.run();
            expectGood(admin);
        });
    }

    /** Its tabs, the form of a camera and the editor of its masks, one after the other. */
    private static Stream<Runnable> cameraAdmin(Screen admin) {
        return Stream.of(
                () -> {
                    admin.open("/cameras/admin");
                    admin.find(".admin-open").first().click();
                    assertThat(admin.find(".admin-map canvas").first()).isVisible();
                },
                () -> {
                    admin.find(".admin-parts button").nth(1).click();
                    admin.find(".mask-frame").hover();
                    admin.find("input[value=ZONES]").check();
                    admin.find(".admin-tools .button:visible").last().click();
                    assertThat(admin.find(".mask-stage")).isVisible();
                },
                () -> opened(admin, "health", ".admin-figure"),
                () -> opened(admin, "filings", ".admin-open"),
                () -> opened(admin, "devices", ".admin-station h2"));
    }

    private static void opened(Screen admin, String tab, String sign) {
        admin.open("/cameras/admin?tab=" + tab);
        assertThat(admin.find(sign).first()).isVisible();
    }

    static void expectGood(Screen screen) {
        List<String> faults = new AxeBuilder(screen.page())
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(PageChecksTest::words)
                        .toList();
        assertThat(faults).as("axe on " + screen.page().url()).isEmpty();
        screen.expectNoFaults();
    }

    private static String words(Rule rule) {
        List<String> where = rule.getNodes().stream()
                .map(node -> node.getTarget() + " " + node.getHtml())
                .toList();
        return rule.getId() + ": " + rule.getHelp() + " " + where;
    }

    @ParameterizedTest
    @MethodSource("phones")
    void nothingSticksOutOfAPhone(Device phone, DemoTown town) {
        Screen door = town.screen(phone).open("/");
        assertThat(door.find("#username")).isVisible();
        expectFits(door);

        Screen desk = town.signedIn("duty", phone).open("/");
        desk.find(".vlist-row").first().tap();
        assertThat(desk.find(".history li").first()).isVisible();
        expectFits(desk);
        for (String tab : List.of("list", "map")) {
            desk.find(".tab[data-name=" + tab + "]").tap();
            expectFits(desk);
        }
        desk.find(".big-report").tap();
        assertThat(desk.find(".report")).isVisible();
        expectFits(desk);

        Screen setup = town.signedIn("gis", phone).open("/setup");
        assertThat(setup.find(".setup-step").first()).isVisible();
        for (Locator step : setup.find(".setup-step").all()) {
            step.tap();
            expectFits(setup);
        }

        expectAccountsFit(town.signedIn("secadmin", phone).open("/"));

        if (phone.width() < Device.PHONE.width()) {
            expectCameraAdminFits(town.signedIn("video", phone));
        }

        Screen review = town.signedIn("leader", phone).open(A_REVIEW);
        review.find(".rank-row").first().tap();
        assertThat(review.find(".incident-list li").first()).isVisible();
        expectFits(review);

        Screen progress = town.screen(phone).open("/progress");
        assertThat(progress.find("input")).isVisible();
        expectFits(progress);
    }

    private static void expectCameraAdminFits(Screen admin) {
        cameraAdmin(admin).forEach(open -> {
            open.run();
            expectFits(admin);
        });
    }

    private static void expectAccountsFit(Screen home) {
        assertThat(home.find(".admin-home a").first()).isVisible();
        expectFits(home);
        home.open("/accounts");
        home.find(".accounts-name").first().tap();
        assertThat(home.find(".accounts-side form").first()).isVisible();
        expectFits(home);
    }

    private static void expectFits(Screen screen) {
        Object out = screen.page().evaluate(STICKING_OUT);
        assertThat(out).as(screen.page().url()).isEqualTo(List.of());
    }
}
