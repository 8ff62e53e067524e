package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On a phone, and on a small one, no page scrolls sideways and nothing sticks out of it, in either language. */
@ExtendWith(WithDemoTown.class)
class PhoneChecksTest {

    private static final int SMALL = 320;
    private static final double PATIENCE_MILLIS = 30_000;

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

    static Stream<Device> phones() {
        return Stream.of(Device.PHONE, Device.PHONE.english());
    }

    @ParameterizedTest
    @MethodSource("phones")
    void theConsoleFits(Device phone, DemoTown town) {
        Screen screen = town.screen(phone).open("/");
        assertThat(screen.find("#username")).isVisible();
        expectFits(screen);

        town.handOver(screen, "duty").open("/");
        screen.find(".vlist-row").first().tap();
        assertThat(screen.find(".history li").first()).isVisible();
        expectFits(screen);
        for (String tab : List.of("list", "map")) {
            screen.find(".tab[data-name=" + tab + "]").tap();
            expectFits(screen);
        }
        screen.find(".big-report").tap();
        assertThat(screen.find(".report")).isVisible();
        expectFits(screen);
    }

    @ParameterizedTest
    @MethodSource("phones")
    void thePagesBesideItFit(Device phone, DemoTown town) {
        Screen screen = town.signedIn("gis", phone).open("/setup");
        assertThat(screen.find(".setup-step").first()).isVisible();
        for (Locator step : screen.find(".setup-step").all()) {
            step.tap();
            expectFits(screen);
        }

        expectAccountsFit(town.handOver(screen, "secadmin").open("/"));

        town.handOver(screen, "leader").open(PageChecksTest.A_REVIEW);
        screen.find(".rank-row").first().tap();
        assertThat(screen.find(".incident-list li").first()).isVisible();
        expectFits(screen);

        screen.open("/progress");
        assertThat(screen.find("input")).isVisible();
        expectFits(screen);
    }

    @ParameterizedTest
    @MethodSource("phones")
    void thePagesOfCamerasFit(Device phone, DemoTown town) {
        Screen screen = town.signedIn("video", phone);
        CameraPages.openedOn(screen).forEach(open -> {
            open.run();
            expectFits(screen);
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

    /** As wide as the phone is, and as wide as a small one. */
    static void expectFits(Screen screen) {
        expectFitsNow(screen);
        screen.page().setViewportSize(SMALL, Device.PHONE.height());
        expectFitsNow(screen);
        screen.page().setViewportSize(Device.PHONE.width(), Device.PHONE.height());
    }

    private static void expectFitsNow(Screen screen) {
        try {
            screen.page()
                    .waitForFunction(
                            "() => (" + STICKING_OUT + ")().length === 0",
                            null,
                            new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));
        } catch (TimeoutError tooLong) {
            Object out = screen.page().evaluate(STICKING_OUT);
            assertThat(out).as(screen.page().url()).isEqualTo(List.of());
            throw tooLong;
        }
    }
}
