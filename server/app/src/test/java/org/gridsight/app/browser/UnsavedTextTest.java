package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Nothing typed is lost: not by a reload, not when somebody else was faster, not while the server is away. */
@ExtendWith(WithDemoTown.class)
class UnsavedTextTest {

    /** Data of this age is no longer taken for the state of the town. */
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private static final String REASON = "同一根灯杆昨天已有工单，市政明早来扶正。";

    @Test
    void typedTextSurvivesAReload(DemoTown town) {
        String title = "校门口路灯杆倾斜";
        town.report(title);
        Screen desk = town.signedIn("duty", Device.DESK).open("/").openCase(title);
        desk.press("r");
        desk.field("事由").fill(REASON);
        desk.page().reload();
        assertThat(desk.field("事由")).hasValue(REASON);

        desk.press("i");
        desk.field("标题").fill("还没有写完的一件");
        desk.page().reload();
        assertThat(desk.find(".vlist-row").first()).isVisible();
        desk.press("i");
        assertThat(desk.field("标题")).hasValue("还没有写完的一件");
        desk.expectNoFaults();
    }

    @Test
    void aMapThatComesLateLeavesTheFormThatWasOpened(DemoTown town) {
        String title = "井边路灯杆倾斜";
        town.report(title);
        Screen desk = town.signedIn("duty", Device.DESK);
        List<Route> held = new CopyOnWriteArrayList<>();
        desk.open("/").openCase(title).page().route("**/api/base-map", held::add);
        desk.page().reload();
        assertThat(desk.find(".card-title")).hasText(title);
        desk.press("i");
        desk.field("标题").fill("地图还没有出来");

        desk.page().waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
        assertThat(desk.find(".leaflet-container")).isVisible();
        assertThat(desk.field("标题")).hasValue("地图还没有出来");
        desk.expectNoFaults();
    }

    @Test
    void typedTextSurvivesSomebodyFaster(DemoTown town) {
        String title = "桥下路灯杆倾斜";
        JsonNode incident = town.report(title);
        AtomicBoolean deaf = new AtomicBoolean();
        Screen desk = town.signedIn("duty", Device.DESK);
        desk.page().routeWebSocket("**/live", socket -> passWhile(deaf, socket));
        desk.open("/").openCase(title).press("r");
        desk.field("事由").fill(REASON);

        // the page does not hear that a colleague has accepted, so its own move comes too late
        deaf.set(true);
        town.client("duty")
                .post(
                        "/api/incidents/" + incident.path("id").asString() + "/actions",
                        Map.of(
                                "action",
                                "accept",
                                "version",
                                incident.path("version").asInt()))
                .expect(200);
        desk.press("Control+Enter");
        assertThat(desk.find(".conflict")).containsText("您填写的内容已保留");
        assertThat(desk.field("事由")).hasValue(REASON);
        desk.picture("somebody-was-faster");

        deaf.set(false);
        desk.field("事由").press("Control+Enter");
        assertThat(desk.find(".card-line")).containsText("已退件");
    }

    private static void passWhile(AtomicBoolean deaf, WebSocketRoute socket) {
        WebSocketRoute server = socket.connectToServer();
        server.onMessage(frame -> {
            if (!deaf.get()) {
                socket.send(frame.text());
            }
        });
    }

    @Test
    void typedTextSurvivesACutAndTheAgeOfTheDataIsSaid(DemoTown town) {
        String title = "渠边路灯杆倾斜";
        town.report(title);
        Screen desk = town.signedIn("duty", Device.DESK).ownClock().open("/").openCase(title);
        Screen wall = town.signedIn("screen", Device.WALL).ownClock().open("/wall");
        assertThat(desk.find(".age")).hasAttribute("data-state", "fresh");
        assertThat(wall.find(".wall-row").first()).isVisible();
        desk.press("r");
        desk.field("事由").fill(REASON);

        town.product().kill();
        desk.press("Control+Enter");
        assertThat(desk.find(".move-form")).containsText("没有应答");
        assertThat(desk.field("事由")).hasValue(REASON);
        assertThat(desk.find(".age")).hasAttribute("data-state", "amber");
        assertThat(desk.find(".age")).containsText("1");
        desk.later(HALF_A_MINUTE);
        wall.later(HALF_A_MINUTE);
        assertThat(desk.find(".age")).hasAttribute("data-state", "red");
        assertThat(wall.find(".wall-age")).hasAttribute("data-state", "red");
        desk.picture("cut-off-desk");
        wall.picture("cut-off-wall");

        town.product().start();
        assertThat(desk.find(".age")).hasAttribute("data-state", "fresh");
        assertThat(wall.find(".wall-age")).hasAttribute("data-state", "fresh");
        assertThat(desk.field("事由")).hasValue(REASON);
        desk.field("事由").press("Control+Enter");
        assertThat(desk.find(".card-line")).containsText("已退件");
    }
}
