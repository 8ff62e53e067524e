package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.stream.Stream;

/** What the video manager works with: each page of cameras opened, with the things on it that are asked for most. */
final class CameraPages {

    /** What their numbers have in common. */
    private static final String TEN_OF_THE_DEMO = "32000001";

    private CameraPages() {}

    /** Opens one after the other; what is open belongs to the caller until the next one is run. */
    static Stream<Runnable> openedOn(Screen screen) {
        return Stream.of(
                () -> settings(screen),
                () -> masks(screen),
                () -> tab(screen, "health", ".admin-figure"),
                () -> filings(screen),
                () -> tab(screen, "devices", ".admin-station h2"),
                () -> upperPlatform(screen),
                () -> wall(screen),
                () -> whyOnTheWall(screen),
                () -> calibration(screen),
                () -> seen(screen.open("/evidence").find(".evidence-page .caption[role=status]:not(:empty)")));
    }

    private static void settings(Screen screen) {
        screen.open("/cameras/admin");
        narrowed(screen.find(".admin-tools input[type=search]"), screen.find(".admin-open"));
        screen.find(".admin-open").first().click();
        seen(screen.find(".admin-map canvas"));
    }

    private static void masks(Screen screen) {
        screen.find(".admin-parts button").nth(1).click();
        screen.find(".mask-frame").hover();
        screen.find("input[value=ZONES]").check();
        screen.find(".admin-tools .button:visible").last().click();
        seen(screen.find(".mask-stage"));
    }

    private static void filings(Screen screen) {
        tab(screen, "filings", ".admin-open");
        narrowed(screen.find(".admin-tools input[type=search]"), screen.find(".admin-open"));
    }

    private static void upperPlatform(Screen screen) {
        tab(screen, "uppers", ".admin-uppers th");
        screen.find(".admin-tools .button.primary").click();
        seen(screen.find(".admin-side input[name=domain]"));
    }

    private static void wall(Screen screen) {
        seen(screen.open("/cameras").find(".camera-rows .pick"));
        narrowed(screen.find("#camera-search"), screen.find(".camera-rows .pick"));
    }

    private static void whyOnTheWall(Screen screen) {
        screen.find(".camera-rows .pick").first().click();
        seen(screen.find(".tile-wall .why"));
    }

    private static void calibration(Screen screen) {
        screen.open("/cameras/calibration");
        seen(screen.find(".calibration-ground canvas"));
        screen.find("#calibration-camera").selectOption(new SelectOption().setIndex(1));
        seen(screen.find(".calibration-cover .why"));
    }

    /** A few rows show what sixty would, and are looked through in a tenth of the time. */
    private static void narrowed(Locator search, Locator rows) {
        seen(rows);
        int all = rows.count();
        search.fill(TEN_OF_THE_DEMO);
        assertThat(rows).not().hasCount(all);
        seen(rows);
    }

    private static void tab(Screen screen, String tab, String sign) {
        seen(screen.open("/cameras/admin?tab=" + tab).find(sign));
    }

    private static void seen(Locator sign) {
        assertThat(sign.first()).isVisible();
    }
}
