package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the hotspot review says while it waits, while it is cut off, and to whoever asks for its keys. */
@ExtendWith(WithDemoTown.class)
class HotspotReviewStatesTest {

    /** Quick, and finds something in both periods. */
    private static final String A_REVIEW =
            "/hotspots?method=dbscan&kind=DISPUTE&a=2023-01-01,2023-12-31&b=2024-01-01,2024-12-31";

    private static final Pattern MAP_OF_A_DAY = Pattern.compile(".*/api/hotspots\\?at=.*");
    private static final Pattern ANY_CALL = Pattern.compile(".*/api/.*");

    @Test
    void aCutIsToldAndWhatItStoppedIsAskedAgain(DemoTown town) {
        Screen leader = town.signedIn("leader", Device.DESK.sized(1920, 1080)).open(A_REVIEW);
        expectBothSides(leader);

        leader.context().setOffline(true);
        assertThat(leader.find(".page-cut")).containsText("连接中断");
        compare(leader);
        assertThat(leader.find(".review-said").first()).containsText("没有应答");
        assertThat(leader.find(".review-said").last()).containsText("没有应答");
        assertThat(leader.find(".rank-row")).hasCount(0);
        assertThat(leader.find(".review-ranks")).not().containsText("没有热点");
        leader.picture("review-cut-1920-dark-zh");

        leader.context().setOffline(false);
        assertThat(leader.find(".page-cut")).isEmpty();
        expectBothSides(leader);
    }

    @Test
    void aServerThatComesBackIsNoticedWithoutAReload(DemoTown town) {
        Screen leader = town.signedIn("leader", Device.DESK.light()).open(A_REVIEW);
        expectBothSides(leader);
        leader.sign();

        leader.page().route(ANY_CALL, Route::abort);
        compare(leader);
        assertThat(leader.find(".page-cut")).containsText("连接中断");
        leader.picture("review-cut-1440-light-zh");
        leader.page().unroute(ANY_CALL);
        assertThat(leader.find(".page-cut")).isEmpty();
        expectBothSides(leader);
        leader.expectNoReload();
    }

    @Test
    void aSlowMapSaysWhatItReadsAndClaimsNothingBefore(DemoTown town) {
        Screen leader = town.signedIn("leader", Device.DESK);
        List<Route> held = new CopyOnWriteArrayList<>();
        leader.page().route(MAP_OF_A_DAY, held::add);
        leader.open("/hotspots?a=2024-03-01,2024-05-31");
        Locator said = leader.find(".review-map[data-side=a] .review-said");
        assertThat(said).containsText("正在读取 2024-05-31 的热点图");
        assertThat(said.locator("button")).hasText("取消");
        assertThat(leader.find("#ranks-a + p")).hasText("尚无结果。");
        leader.picture("review-waits-1440-dark-zh");

        held.forEach(Route::resume);
        assertThat(said).containsText("图上");
        assertThat(leader.find("#ranks-a + p")).not().hasText("尚无结果。");
        leader.expectNoFaults();
    }

    @Test
    void theStandingMapIsOnlyAskedForKinds(DemoTown town) {
        Screen leader = town.signedIn("leader", Device.DESK).open("/hotspots?method=dbscan&kind=A01");
        Locator method = leader.find("[name=method]");
        Locator category = leader.find("[name=category]");
        assertThat(category).hasValue("A01");
        method.selectOption("current");
        assertThat(category).hasValue("DISPUTE");
        assertThat(category.locator("option[value=A01]")).hasCount(0);
        method.selectOption("scan");
        assertThat(category.locator("option[value=A01]")).hasCount(1);

        leader.open("/hotspots?kind=A01");
        assertThat(category).hasValue("DISPUTE");
        assertThat(leader.find(".review-said").first()).containsText("图上");
        leader.expectNoFaults();
    }

    @Test
    void theKeysStandOnASheet(DemoTown town) {
        Screen leader = town.signedIn("leader", Device.DESK).open(A_REVIEW);
        leader.find(".rank-row").first().click();
        assertThat(leader.find(".review-spot h2")).isFocused();
        leader.press("?");
        Locator sheet = leader.find(".review-keys");
        assertThat(sheet).isVisible();
        assertThat(sheet.locator("h2")).isFocused();
        leader.press("Escape");
        assertThat(sheet).isHidden();
        assertThat(leader.find(".review-spot h2")).isFocused();
        leader.expectNoFaults();
    }

    private static void compare(Screen leader) {
        leader.find(".review-form button[type=submit]").click();
    }

    private static void expectBothSides(Screen leader) {
        assertThat(leader.find(".rank-row[data-side=a]").first()).isVisible();
        assertThat(leader.find(".rank-row[data-side=b]").first()).isVisible();
    }
}
