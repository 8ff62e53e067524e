package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import org.gridsight.app.testing.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;

/** Which cameras see a place, asked on the map; and what all of them see together. */
@ExtendWith(WithDemoTown.class)
class SightTest {

    @Test
    void aClickOnTheMapNamesTheCamerasAndOneKeyOpensThePicture(DemoTown town) {
        Client duty = town.client("duty");
        String camera = lastOnline(duty);
        JsonNode view = duty.get("/api/cameras/" + camera + "/view").expect(200).json();
        Coordinate place = DemoTown.inside(view.path("geometry").toString());

        Screen desk = town.signedIn("duty", Device.DESK)
                .open(String.format(Locale.ROOT, "/?c=%.6f,%.6f&z=17&layers=i,r,c,g", place.x, place.y));
        assertThat(desk.find(".vlist-row").first()).isVisible();
        assertThat(desk.find(".town-map canvas").first()).isVisible();
        desk.press("o");
        assertThat(desk.find(".town-map.crossed")).hasCount(1);
        desk.find(".map-ground").click();
        assertThat(desk.find(".town-map.crossed")).hasCount(0);
        Locator row = desk.find(".sidepane li[data-camera='" + camera + "']");
        assertThat(row).isVisible();
        desk.picture("sight-seeing").expectNoFaults();
        String key = row.locator(".key").textContent();
        desk.press(key);
        assertThat(desk.find(".sidepane .tile[data-camera='" + camera + "']")).hasCount(1);

        desk.press("Escape");
        assertThat(desk.find(".sidepane")).isHidden();
        desk.press("o", "Enter");
        assertThat(row).isVisible();
    }

    @Test
    void aLayerShowsWhatNobodySeesAndListsWhatLiesThere(DemoTown town) {
        Screen desk = town.signedIn("duty", Device.DESK).open("/");
        assertThat(desk.find(".vlist-row").first()).isVisible();
        assertThat(desk.find(".town-map canvas").first()).isVisible();
        desk.press("l");
        Locator box = desk.find(".map-layers input[name=coverage]");
        box.check();
        assertThat(desk.find(".coverage-legend li")).hasCount(3);
        desk.press("Escape");
        desk.picture("sight-coverage");
        desk.find(".coverage-box .button").last().click();
        assertThat(desk.find(".sidepane .pick").first()).isVisible();
        desk.press("Escape", "l");
        box.uncheck();
        assertThat(desk.find(".coverage-box")).isHidden();
        desk.expectNoFaults();
    }

    /** The first one belongs to the test that gives it a picture. */
    private static String lastOnline(Client duty) {
        String found = "";
        for (JsonNode feature : duty.get("/api/cameras").expect(200).json().path("features")) {
            JsonNode camera = feature.path("properties");
            boolean near = camera.path("rangeMetres").asDouble() < 500;
            if (near && camera.path("status").asString().equals("ONLINE")) {
                found = camera.path("id").asString();
            }
        }
        return found;
    }
}
