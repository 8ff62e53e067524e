package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Pictures of every page in {@code target/screenshots}, to be looked at. With {@code -Dgridsight.screenshots} the one of
 * the README is written into the source tree as well.
 */
@ExtendWith(WithDemoTown.class)
class PicturesTest {

    private static final Path OF_THE_README = Path.of("../../web/screenshots/console.png");
    private static final int MOST_BYTES = 400_000;

    @Test
    void console(DemoTown town) throws IOException {
        Screen small = console(town, Device.DESK);
        small.press("j", "Enter");
        assertThat(small.find(".history li").first()).isVisible();
        small.picture("console-1440-dark-zh");
        if (System.getProperty("gridsight.screenshots") != null) {
            Files.createDirectories(OF_THE_README.getParent());
            Files.copy(
                    Screen.PICTURES.resolve("console-1440-dark-zh.png"),
                    OF_THE_README,
                    StandardCopyOption.REPLACE_EXISTING);
            assertThat(Files.size(OF_THE_README)).isLessThanOrEqualTo(MOST_BYTES);
        }
        Screen large = console(town, Device.DESK.sized(1920, 1080).english().light());
        large.press("j", "j", "Enter");
        assertThat(large.find(".history li").first()).isVisible();
        large.picture("console-1920-light-en");
        large.press("Escape", "i");
        assertThat(large.find(".report")).isVisible();
        large.picture("console-1920-light-en-report");
        large.press("Escape", "?");
        large.picture("console-1920-light-en-keys");
    }

    private static Screen console(DemoTown town, Device device) {
        Screen desk = town.signedIn("duty", device).open("/");
        assertThat(desk.find(".vlist-row").first()).isVisible();
        assertThat(desk.find(".town-map canvas").first()).isVisible();
        return desk;
    }

    @Test
    void wall(DemoTown town) {
        for (Device device : new Device[] {
            Device.WALL.sized(3840, 2160), Device.WALL.sized(3840, 1080).english()
        }) {
            Screen wall = town.signedIn("screen", device).open("/wall");
            assertThat(wall.find(".wall-row").first()).isVisible();
            assertThat(wall.find(".wall-trend-picture rect").first()).isAttached();
            wall.picture("wall-" + device.width() + "x" + device.height());
        }
    }

    @Test
    void hotspotReview(DemoTown town) {
        String study = "/hotspots?method=scan&kind=SECURITY&a=2024-01-01,2024-12-31&b=2023-01-01,2024-12-31";
        Device wide = Device.DESK.sized(1920, 1080);
        Device huge = Device.DESK.sized(3840, 2160).english();
        for (Device device : new Device[] {wide, wide.english().light(), huge, Device.PHONE}) {
            Screen review = town.signedIn("leader", device).open(study);
            review.find(".rank-row").first().click();
            assertThat(review.find(".incident-list li").first()).isVisible();
            review.picture("review-" + device.width() + (device.dark() ? "-dark-" : "-light-") + device.language());
        }
    }

    @Test
    void phone(DemoTown town) {
        Screen phone = town.signedIn("worker", Device.PHONE).open("/");
        assertThat(phone.find(".vlist-row, .empty").first()).isVisible();
        phone.picture("phone-list");
        phone.find(".person summary").tap();
        phone.picture("phone-menu");
        phone.find(".person summary").tap();
        phone.find(".tab[data-name=map]").tap();
        assertThat(phone.find(".town-map canvas").first()).isVisible();
        phone.picture("phone-map");
        phone.find(".big-report").tap();
        assertThat(phone.find(".report")).isVisible();
        phone.picture("phone-report");
    }

    @Test
    void setUpProgressAndSignIn(DemoTown town) {
        Screen setup = town.signedIn("gis", Device.DESK).open("/setup");
        assertThat(setup.find(".setup-step").first()).isVisible();
        setup.picture("setup-dark-zh");
        setup.find(".setup-step").last().click();
        setup.picture("setup-import-dark-zh");
        Screen light = town.signedIn("gis", Device.DESK.english().light()).open("/setup");
        assertThat(light.find(".setup-step").first()).isVisible();
        light.picture("setup-light-en");
        town.screen(Device.DESK).open("/progress").picture("progress");
        Screen door = town.screen(Device.DESK).open("/");
        assertThat(door.find("#username")).isVisible();
        door.picture("sign-in");
    }
}
