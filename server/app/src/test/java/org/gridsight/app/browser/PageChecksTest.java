package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every page owes its reader: nothing in the browser's console, no broken request, nothing from outside the house,
 * nothing that shuts out somebody who reads by ear or by keyboard, in either language and theme.
 */
@ExtendWith(WithDemoTown.class)
class PageChecksTest {

    /** A study that is quick and finds something. */
    static final String A_REVIEW =
            "/hotspots?method=dbscan&kind=DISPUTE&a=2023-01-01,2023-12-31&b=2024-01-01,2024-12-31";

    /** As the button of the page does it; what would fade is there at once. */
    private static final String OTHER_THEME = """
            () => {
              const { dataset } = document.documentElement;
              dataset.theme = dataset.theme === 'dark' ? 'light' : 'dark';
              document.getAnimations().forEach((fading) => fading.finish());
            }
            """;

    /** Each is looked at in the other theme too. */
    static Stream<Device> looks() {
        return Stream.of(Device.DESK, Device.DESK.english().light());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void pagesAreCleanAndOpenToAll(Device look, DemoTown town) {
        Screen screen = town.screen(look).open("/");
        assertThat(screen.find("#username")).isVisible();
        expectGood(screen);

        town.handOver(screen, "duty").open("/");
        assertThat(screen.find(".vlist-row").first()).isVisible();
        screen.press("j", "Enter");
        assertThat(screen.find(".history li").first()).isVisible();
        assertThat(screen.find(".town-map")).isVisible();
        expectGood(screen);

        town.handOver(screen, "screen").open("/wall");
        assertThat(screen.find(".wall-row").first()).isVisible();
        expectGoodAsItIs(screen);

        screen.open("/progress");
        assertThat(screen.find("input")).isVisible();
        expectGoodAsItIs(screen);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void whatAdministratorsSeeIsCleanAndOpenToAll(Device look, DemoTown town) {
        Screen screen = town.signedIn("auditor", look);
        expectGoodHome(screen);
        for (String name : List.of("sysadmin", "secadmin")) {
            expectGoodHome(town.handOver(screen, name));
            screen.open("/accounts");
            screen.find(".accounts-name").first().focus();
            screen.press("Enter");
            assertThat(screen.find(".accounts-side form").first()).isVisible();
            expectGood(screen);
            screen.find(".page-head button").first().click();
            assertThat(screen.find("dialog[open]")).isVisible();
            expectGood(screen);
        }
    }

    private static void expectGoodHome(Screen screen) {
        assertThat(screen.open("/").find(".admin-home a").first()).isVisible();
        expectGood(screen);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theHotspotReviewIsCleanAndOpenToAll(Device look, DemoTown town) {
        Screen review = town.signedIn("leader", look.sized(1920, 1080)).open(A_REVIEW);
        review.find(".rank-row").first().click();
        assertThat(review.find(".incident-list li").first()).isVisible();
        expectGood(review);
        review.page().setViewportSize(3840, 2160);
        expectGoodAsItIs(review);
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
    void thePagesOfCamerasAreCleanAndOpenToAll(DemoTown town) {
        Screen screen = town.signedIn("video", Device.DESK.english().light());
        CameraPages.openedOn(screen).forEach(open -> {
            open.run();
            expectGood(screen);
        });
    }

    /** In the theme it has and in the other one. */
    static void expectGood(Screen screen) {
        List<String> faults = new ArrayList<>(Axe.faults(screen.page()));
        screen.page().evaluate(OTHER_THEME);
        faults.addAll(Axe.faultsOfColour(screen.page()));
        screen.page().evaluate(OTHER_THEME);
        assertThat(faults).as("axe on " + screen.page().url()).isEmpty();
        screen.expectNoFaults();
    }

    /** A page that does not leave its theme to the reader. */
    private static void expectGoodAsItIs(Screen screen) {
        assertThat(Axe.faults(screen.page()))
                .as("axe on " + screen.page().url())
                .isEmpty();
        screen.expectNoFaults();
    }
}
