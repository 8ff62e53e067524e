package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A leader compares two periods, opens a hotspot down to its incidents, and plays the months. */
@ExtendWith(WithDemoTown.class)
class HotspotReviewTest {

    private static final Pattern COUNT = Pattern.compile("(\\d+) 件事件");

    @Test
    void compareOpenAndPlay(DemoTown town) {
        Screen leader = town.signedIn("leader", Device.DESK.sized(1920, 1080)).open("/");
        assertThat(leader.find(".vlist-row").first()).isVisible();
        leader.press("g", "h");
        assertThat(leader.find(".review-form")).isVisible();
        compare(leader, "2024-12-31");
        Locator rows = leader.find(".rank-row[data-side=b]");
        assertThat(rows.first()).isVisible();
        assertThat(leader.page()).hasURL(Pattern.compile("method=scan&kind=SECURITY"));

        leader.press("j", "Enter");
        Locator spot = leader.find(".review-spot");
        assertThat(spot.locator("h2")).isFocused();
        assertThat(spot.locator(".review-sentence")).containsText("治安");
        assertThat(spot.locator(".review-facts")).containsText(Pattern.compile("p (=|<) 0\\.\\d+"));
        assertThat(spot.locator(".trend-picture .count").first()).isAttached();
        Locator incidents = spot.locator(".incident-list li");
        assertThat(incidents.first()).isVisible();
        var counted = COUNT.matcher(spot.locator(".review-incidents h3").textContent());
        assertThat(counted.matches()).isTrue();
        assertThat(incidents).hasCount(Integer.parseInt(counted.group(1)));
        leader.picture("review-1920-dark-zh-hotspot");
        leader.press("Escape");
        assertThat(rows.first()).isFocused();

        leader.find(".review-play").click();
        assertThat(leader.find(".review-month")).containsText("2023-02");
        leader.press(" ");
        assertThat(leader.find(".review-play")).containsText("逐月播放");
        assertThat(leader.page()).hasURL(Pattern.compile("m=2023-0\\d"));
        leader.find(".review-range").focus();
        leader.press("End");
        assertThat(leader.find(".review-month")).containsText("整个时段");
        leader.expectNoFaults();
    }

    @Test
    void aRefusalStandsAtItsField(DemoTown town) {
        Screen leader = town.signedIn("leader", Device.DESK).open("/hotspots?method=dbscan&p.eps=90000");
        Locator field = leader.find("[name='parameters.eps']");
        assertThat(field).hasAttribute("aria-invalid", "true");
        assertThat(field).isFocused();
        field.fill("300");
        leader.press("Enter");
        assertThat(leader.find(".review-said").last()).not().containsText("正在");
        assertThat(leader.find("[aria-invalid=true]")).hasCount(0);
        assertThat(leader.find(".rank-row").first()).containsText("没有检验");
    }

    @Test
    void othersAreToldWhoseWorkItIs(DemoTown town) {
        Screen worker = town.signedIn("worker", Device.PHONE).open("/hotspots");
        assertThat(worker.find("main")).containsText("负责人");
        worker.expectNoFaults();
    }

    private static void compare(Screen leader, String end) {
        leader.find("[name=method]").selectOption("scan");
        leader.find("[name=category]").selectOption("SECURITY");
        leader.find("[name='a.from']").fill("2024-01-01");
        leader.find("[name='a.to']").fill(end);
        leader.find("[name='b.from']").fill("2023-01-01");
        leader.find("[name='b.to']").fill(end);
        leader.find(".review-form button[type=submit]").click();
    }
}
