package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.gridsight.app.testing.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;

/** A camera is entered, masked and filed without touching the mouse; a password for its device is set with it. */
@ExtendWith(WithDemoTown.class)
class CameraAdminTest {

    private static final String ID = "99000101001320009901";
    private static final String DEVICE = "99000101001180009901";
    private static final String UPPER = "99000000002000009901";
    private static final String NAME = "键盘登记的摄像机";
    /** More than there are stops on the page. */
    private static final int MOST_STOPS = 400;

    private static final String STANDS_ON = """
            (wanted) => {
              const at = document.activeElement;
              return at.name === wanted || at.textContent.trim() === wanted || (at.name ?? '').startsWith(wanted + '-');
            }
            """;

    @Test
    void aCameraIsEnteredMaskedAndFiledByKeyboardAlone(DemoTown town) {
        Client client = town.client("video");
        Screen video = town.signedIn("video", Device.DESK).open("/cameras/admin");
        assertThat(video.find(".admin-open").first()).isVisible();
        enter(video, town.placeOfTheWorker());
        video.picture("camera-admin-entered");

        mask(video);
        JsonNode masked =
                client.get("/api/cameras/" + ID + "/details").expect(200).json();
        assertThat(masked.path("properties").path("masked").asBoolean()).isTrue();
        // two steps to the right, ten down
        assertThat(masked.path("masks").get(0).get(0).toString()).isEqualTo("[0.36,0.4]");
        video.picture("camera-admin-masked");

        file(video);
        JsonNode filing = filingOf(client);
        assertThat(filing.path("state").asString()).isEqualTo("FILED");
        assertThat(filing.path("filingNumber").asString()).isEqualTo("P-2026-0001");
        video.picture("camera-admin-filed");
        video.expectNoFaults();
    }

    private static void enter(Screen video, Coordinate place) {
        tabTo(video, "登记摄像机").press("Enter");
        assertThat(video.find(".admin-side .admin-map canvas").first()).isVisible();
        tabTo(video, "source").press("ArrowDown");
        type(video, "id", ID);
        type(video, "name", NAME);
        tabTo(video, "placeType").press("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown");
        assertThat(video.find(".admin-side .fault:visible")).containsText("第八条");
        video.press("ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp");
        assertThat(video.find(".admin-side .fault:visible")).hasCount(0);
        type(video, "location", place.x + ", " + place.y);
        type(video, "rangeMetres", "0");
        video.press("Enter");
        assertThat(video.find(".admin-side .fault:visible")).hasCount(1);
        type(video, "rangeMetres", "120");
        video.press("Enter");
        assertThat(video.find(".admin-side .outcome").first()).containsText("已登记");
        assertThat(video.find(".admin-table tr.current")).containsText(NAME);
    }

    private static void mask(Screen video) {
        tabTo(video, "隐私遮挡").press("Enter");
        assertThat(video.find(".mask-stage")).isVisible();
        tabTo(video, "way").press("ArrowRight");
        tabTo(video, "加遮挡区").press("Enter");
        assertThat(video.find(".mask.chosen")).isFocused();
        video.press("ArrowRight", "ArrowRight", "Shift+ArrowDown");
        tabTo(video, "保存遮挡").press("Enter");
        assertThat(video.find(".admin-side .outcome").last()).containsText("已保存 1 个遮挡区");
    }

    private static void file(Screen video) {
        tabTo(video, "备案登记").press("Enter");
        assertThat(video.find(".admin-filings .admin-open").first()).isVisible();
        video.find(".admin-tools input[type=search]").focus();
        video.page().keyboard().insertText(NAME);
        assertThat(video.find(".admin-filings .admin-open")).hasCount(1);
        tabTo(video, NAME).press("Enter");
        type(video, "filingNumber", "P-2026-0001");
        type(video, "policeOffice", "县公安局");
        type(video, "deviceType", "枪机");
        video.press("Enter");
        assertThat(video.find(".admin-side .notice").first()).containsText("已记录备案");
        assertThat(video.find(".admin-filings tr.current")).containsText("已备案");
    }

    @Test
    void aDeviceGetsAPasswordBeforeItComes(DemoTown town) {
        Screen video = town.signedIn("video", Device.DESK.english()).open("/cameras/admin?tab=devices");
        assertThat(video.find(".admin-station")).containsText("SIP");
        video.button("Password for a new device").click();
        video.find("input[name=deviceId]").fill(DEVICE);
        video.find("input[name=password]").fill("Own-Word-1");
        video.press("Enter");
        assertThat(video.find(".admin-devices tr.current")).containsText("its own");
        video.button("Back to the common one").click();
        assertThat(video.find(".admin-devices tr:has-text('" + DEVICE + "')")).hasCount(0);
        video.expectNoFaults();
    }

    @Test
    void anUpperPlatformIsEnteredAndGivenACamera(DemoTown town) {
        Screen video = town.signedIn("video", Device.DESK).open("/cameras/admin?tab=uppers");
        video.button("登记上级平台").click();
        assertThat(video.find("input[name=id]")).isVisible();
        video.find("input[name=id]").fill(UPPER);
        video.find("input[name=name]").fill("县综治中心");
        video.find("textarea[name=reason]").fill("共享协议 2026-7");
        video.find("input[name=address]").fill("127.0.0.9");
        video.find("input[name=domain]").fill("9900000000");
        video.find("input[name=user]").fill("99000101002000000001");
        video.find("input[name=password]").fill("Own-Word-1");
        video.find(".admin-side button[type=submit]").click();
        assertThat(video.find(".admin-uppers tr.current")).containsText("未启用");
        assertThat(video.find(".admin-side input[name=password]")).hasValue("");

        video.button("共享摄像机（0）").click();
        video.find(".admin-offers button").first().click();
        assertThat(video.find(".admin-shared input[name=channelId]")).hasValue(Pattern.compile("\\d{20}"));
        video.button("保存清单").click();
        assertThat(video.find(".admin-uppers tr.current")).containsText("1 台");
        assertThat(video.find(".admin-side .notice").first()).containsText("共享 1 台");
        video.picture("camera-admin-shared");

        JsonNode shared = town.client("video")
                .get("/api/cascades/" + UPPER + "/cameras")
                .expect(200)
                .json();
        assertThat(shared.path("items").size()).isEqualTo(1);
        assertThat(shared.path("items").get(0).path("control").asBoolean()).isFalse();

        video.button("资料").click();
        video.button("移除…").click();
        video.button("移除平台和清单").click();
        assertThat(video.find(".admin-uppers .admin-open")).hasCount(0);
        video.expectNoFaults();
    }

    private static JsonNode filingOf(Client client) {
        for (JsonNode one :
                client.get("/api/cameras/filings").expect(200).json().path("items")) {
            if (one.path("cameraId").asString().equals(ID)) {
                return one;
            }
        }
        throw new AssertionError("no filing of " + ID);
    }

    /** Walks on with the Tab key until it stands on a field of that name or a button or link of that text. */
    private static Screen tabTo(Screen screen, String wanted) {
        for (int i = 0; i < MOST_STOPS; i++) {
            if (Boolean.TRUE.equals(screen.page().evaluate(STANDS_ON, wanted))) {
                return screen;
            }
            screen.press("Tab");
        }
        throw new AssertionError(
                "no way by Tab to " + wanted + " on " + screen.page().url());
    }

    private static void type(Screen screen, String field, String text) {
        tabTo(screen, field).press("Control+a");
        screen.page().keyboard().insertText(text);
        assertThat(screen.page().evaluate("() => document.activeElement.value")).isEqualTo(text);
    }
}
