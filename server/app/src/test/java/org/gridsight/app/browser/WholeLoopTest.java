package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.Geolocation;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.locationtech.jts.geom.Coordinate;

/**
 * One case from the phone that reports it to its close: four people at four screens in two browser processes, each step
 * made by hand on one of them and seen on the others without a reload.
 */
@ExtendWith(WithDemoTown.class)
class WholeLoopTest {

    private static final String TITLE = "村口桥头堆了三车建筑垃圾";
    private static final Pattern CENTRE = Pattern.compile("[?&]c=([0-9.]+),([0-9.]+)");
    private static final String ROW = ".vlist-row";
    private static final String STATE = ".card-line";

    @Test
    void everyStepOfACaseIsSeenOnTheOtherScreens(DemoTown town) {
        Coordinate place = town.placeOfTheWorker();
        Browser second = town.secondBrowser();
        Screen phone = town.screen(second, Device.PHONE);
        Screen wall = town.screen(second, Device.WALL);
        Screen desk = town.screen(Device.DESK);
        Screen check = town.screen(Device.DESK.light());
        openAll(phone, desk, check, wall, place);
        comeOnDuty(phone);
        String number = report(phone);
        String progress =
                Objects.requireNonNull(phone.find("a[href^='/progress/']").getAttribute("href"));

        newOnDeskAndWall(desk, wall, number);
        onTheMapOfTheDesk(desk, place);
        acceptAndDispatchByKeys(desk, wall, number);
        workAtThePlace(phone, desk, wall, number);
        verify(check, desk, phone, wall, number);
        revisitAndClose(desk, phone, wall, number);
        endIsSeenByTheCitizen(town, progress);

        for (Screen screen : List.of(phone, desk, check, wall)) {
            screen.expectNoReload();
            screen.expectNoFaults();
        }
    }

    private static void openAll(Screen phone, Screen desk, Screen check, Screen wall, Coordinate place) {
        phone.context().grantPermissions(List.of("geolocation"));
        phone.context().setGeolocation(new Geolocation(place.y, place.x));
        phone.open("/").signIn("worker").sign();
        desk.open("/").signIn("duty").sign();
        check.open("/").signIn("supervisor").sign();
        wall.open("/wall").signIn("screen").sign();
        // duty and supervisor look for a case that does not exist yet
        for (Screen screen : List.of(desk, check)) {
            assertThat(screen.find(ROW).first()).isVisible();
            screen.press("/");
            screen.find("#search").fill(TITLE);
            assertThat(screen.find(ROW)).hasCount(0);
        }
        assertThat(wall.find(".wall-row").first()).isVisible();
    }

    private static void comeOnDuty(Screen phone) {
        phone.find(".person summary").tap();
        phone.button("上岗").tap();
        assertThat(phone.find(".person")).containsText("您在岗");
        phone.find(".person summary").tap();
    }

    private static String report(Screen phone) {
        phone.find(".big-report").tap();
        phone.find(".kind:has(input[value=SANITATION])").tap();
        phone.button("用本机位置").tap();
        assertThat(phone.find(".report")).containsText("位于");
        phone.field("标题").fill(TITLE);
        phone.field("情况说明").fill("夜里倒的，占了半幅路面，三轮车过不去。");
        phone.picture("loop-1-report-on-the-phone");
        phone.button("上报").tap();
        assertThat(phone.find(".card-title")).hasText(TITLE);
        assertThat(phone.find(STATE)).containsText("待受理");
        return Objects.requireNonNull(phone.find(".card-line .mono").getAttribute("title"));
    }

    private static void newOnDeskAndWall(Screen desk, Screen wall, String number) {
        assertThat(desk.find(ROW)).hasCount(1);
        assertThat(desk.find(ROW)).containsText(TITLE);
        // the strip itself may be held by something red; the words are spoken in any case
        assertThat(desk.find("[aria-live=polite]")).containsText("新事件 " + number.substring(7));
        assertThat(desk.find(".alarm")).isVisible();
        expectOnWall(wall, number, "上报");
        desk.picture("loop-2-new-on-the-desk");
        wall.picture("loop-2-new-on-the-wall");
    }

    private static void expectOnWall(Screen wall, String number, String verb) {
        assertThat(wall.find(".wall-latest")).containsText(number + " " + verb);
    }

    /** Opened from the list, found on the map, and opened from the map again. */
    private static void onTheMapOfTheDesk(Screen desk, Coordinate place) {
        desk.press("Enter");
        assertThat(desk.find(".card-title")).hasText(TITLE);
        desk.press("Escape");
        assertThat(desk.find(".sidepane")).isHidden();
        desk.press("f");
        desk.page().waitForURL(address -> isCentre(address, place));
        desk.find(".town-map").click();
        assertThat(desk.find(".sidepane")).containsText(TITLE);
        if (desk.find(".card-title").count() == 0
                || !TITLE.equals(desk.find(".card-title").textContent())) {
            desk.find(".sidepane").getByText(TITLE).click();
        }
        assertThat(desk.find(".card-title")).hasText(TITLE);
    }

    /** The address of the page tells the middle of its map, {@code c=lng,lat}. */
    private static boolean isCentre(String address, Coordinate place) {
        Matcher found = CENTRE.matcher(address);
        return found.find()
                && place.distance(
                                new Coordinate(Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2))))
                        < 0.0002;
    }

    private static void acceptAndDispatchByKeys(Screen desk, Screen wall, String number) {
        desk.press("a", "d", "1", "Enter");
        assertThat(desk.find(STATE)).containsText("已派单");
        assertThat(desk.find(ROW)).containsText("已派单");
        expectOnWall(wall, number, "派单");
        desk.picture("loop-3-dispatched");
    }

    private static void workAtThePlace(Screen phone, Screen desk, Screen wall, String number) {
        assertThat(phone.find(STATE)).containsText("已派单");
        phone.find("[data-action=start]").tap();
        assertThat(desk.find(STATE)).containsText("处置中");
        assertThat(desk.find(ROW)).containsText("处置中");
        expectOnWall(wall, number, "开始处置");
        phone.find("[data-action=handle]").tap();
        phone.field("处置结果").fill("已联系清运车拉走，路面已冲洗。");
        phone.picture("loop-4-handled-on-the-phone");
        phone.find(".move-form button[type=submit]").tap();
        assertThat(desk.find(ROW)).containsText("待核查");
        expectOnWall(wall, number, "处置完成");
    }

    private static void verify(Screen check, Screen desk, Screen phone, Screen wall, String number) {
        assertThat(check.find(ROW)).containsText("待核查");
        check.press("Enter");
        assertThat(check.find(".card-title")).hasText(TITLE);
        check.press("v", "Space", "Tab");
        check.page().keyboard().insertText("到场看过，已清走。");
        check.press("Control+Enter");
        assertThat(check.find(STATE)).containsText("待回访");
        assertThat(desk.find(STATE)).containsText("待回访");
        assertThat(phone.find(STATE)).containsText("待回访");
        expectOnWall(wall, number, "核查");
        check.picture("loop-5-verified");
    }

    private static void revisitAndClose(Screen desk, Screen phone, Screen wall, String number) {
        desk.press("b", "Space", "Control+Enter");
        assertThat(desk.find(STATE)).containsText("待结案");
        assertThat(phone.find(STATE)).containsText("待结案");
        expectOnWall(wall, number, "回访");
        desk.press("x");
        assertThat(desk.find(STATE)).containsText("已结案");
        assertThat(phone.find(STATE)).containsText("已结案");
        assertThat(desk.find(ROW)).hasCount(0);
        expectOnWall(wall, number, "结案");
        desk.picture("loop-6-closed");
        wall.picture("loop-6-closed-on-the-wall");
    }

    private static void endIsSeenByTheCitizen(DemoTown town, String progress) {
        Screen citizen = town.screen(Device.PHONE.light()).open(progress);
        assertThat(citizen.find("main")).containsText("已结案");
        citizen.picture("loop-7-citizen-progress").expectNoFaults();
    }
}
