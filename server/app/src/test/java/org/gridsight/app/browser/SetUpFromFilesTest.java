package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.gridsight.app.testing.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real place begins: nothing but a jar, a password and files, every step on the set-up page, until somebody works. */
@ExtendWith(WithDemoTown.class)
class SetUpFromFilesTest {

    private static final String PASSWORD = "Begin-2026";
    private static final double EAST = 581_352.784;
    private static final double NORTH = 3_963_725.013;
    private static final int SIDE = 3_000;
    private static final int ROWS = 300;

    @TempDir
    Path folder;

    @Test
    void setsUpAPlaceFromFilesOnThePage(DemoTown town) throws IOException {
        try (RunningProduct product =
                RunningProduct.in(folder.resolve("product")).start()) {
            Browser browser = town.secondBrowser();
            Screen admin = new Screen(browser.newContext(Device.DESK.options()), product.baseUrl());
            admin.open("/setup").signIn("sysadmin", RunningProduct.ADMIN_PASSWORD);
            drawsTheOutline(admin);
            makesGrids(admin);
            addsRoads(admin);
            addsPerson(admin, "editor", "GIS_EDITOR");
            addsPerson(admin, "officer", "DISPATCHER");
            admin.expectNoFaults().close();

            Screen editor = new Screen(browser.newContext(Device.DESK.options()), product.baseUrl());
            editor.open("/setup").signIn("editor", PASSWORD);
            importsIncidents(editor);
            editor.expectNoFaults().close();

            Screen officer = new Screen(browser.newContext(Device.DESK.options()), product.baseUrl());
            officer.open("/").signIn("officer", PASSWORD);
            assertThat(officer.find(".queue-foot")).containsText(String.valueOf(ROWS));
            officer.openCase("the rare one");
            assertThat(officer.find(".card-body")).containsText("治安");
            assertThat(officer.find(".town-map canvas").first()).isVisible();
            officer.picture("setup-then-console");
            officer.expectNoFaults().close();
        }
    }

    private void drawsTheOutline(Screen admin) throws IOException {
        StringBuilder ring = new StringBuilder("X,Y,L1,L2,L3\n");
        for (int[] corner : new int[][] {{0, 0}, {SIDE, 0}, {SIDE, SIDE}, {0, SIDE}, {0, 0}}) {
            ring.append(metres(EAST + corner[0]))
                    .append(',')
                    .append(metres(NORTH + corner[1]))
                    .append(",1,1,1\n");
        }
        assertThat(step(admin, 0)).hasAttribute("aria-current", "step");
        admin.find("input[name=code]").fill("990004101");
        admin.find("input[name=name]").fill("新村镇");
        admin.find("input[name=file]").setInputFiles(write("outline.csv", ring.toString()));
        admin.find("input[name=crs]").fill("EPSG:4548");
        admin.find("button.primary").click();
        assertThat(admin.find(".outcome")).containsText("新村镇已建立");
        assertThat(admin.find(".setup-map canvas").first()).isVisible();
    }

    private static void makesGrids(Screen admin) {
        step(admin, 1).click();
        admin.find("input[value=made]").check();
        Locator form = admin.find("form:visible");
        form.getByText("预算数量").click();
        assertThat(form.locator(".outcome")).containsText("尚未保存");
        form.locator("button.primary").click();
        assertThat(form.locator(".outcome")).containsText("已生成 16 个网格");
        assertThat(admin.find(".setup-body")).containsText("现有 16 个网格");
    }

    private void addsRoads(Screen admin) throws IOException {
        step(admin, 2).click();
        admin.find("select[name=layer]").selectOption("roads");
        admin.find("input[name=file]").setInputFiles(write("roads.geojson", """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"春风路","class":"main"},
                 "geometry":{"type":"LineString","coordinates":[[117.901,35.801],[117.93,35.82]]}}]}
                """));
        admin.find("button.primary").click();
        assertThat(admin.find(".outcome")).containsText("已接收 1 条");
        assertThat(step(admin, 2)).containsText("已完成");
    }

    private static void addsPerson(Screen admin, String name, String role) {
        step(admin, 3).click();
        admin.find("input[name=username]").fill(name);
        admin.find("input[name=displayName]").fill("人员" + name);
        admin.find("input[name=password]").fill(PASSWORD);
        admin.find("input[value=" + role + "]").check();
        admin.find("button.primary").click();
        assertThat(admin.find(".setup-body table")).containsText("人员" + name);
    }

    /** Good rows, then one whose kind stands nowhere else in the file, then two bad ones. */
    private void importsIncidents(Screen editor) throws IOException {
        StringBuilder rows = new StringBuilder("x,y,date,category,final_case\n");
        for (int i = 1; i < ROWS; i++) {
            rows.append(row(100 + 9 * i, 1_500, "2026-03-05 14:07", "NOISE", "case " + i));
        }
        rows.append(row(700, 700, "2026-03-05 14:07", "BURGLARY", "the rare one"));
        rows.append(row(900, 900, "some day", "NOISE", "no time"));
        rows.append(row(90_000, 900, "2026-03-05 14:07", "NOISE", "far away"));
        step(editor, 4).click();
        editor.find("input[name=file]").setInputFiles(write("calls.csv", rows.toString()));
        assertThat(editor.find("select[name=kindColumn]")).hasValue("category");
        editor.find("input[name=crs]").fill("EPSG:4548");
        editor.find("select[aria-label^=BURGLARY]").selectOption("SECURITY");
        editor.find("button.primary").click();
        Locator outcome = editor.find(".outcome");
        assertThat(outcome).containsText("已接收 " + ROWS + " 条，2 条未接收");
        assertThat(outcome.locator("tbody tr")).hasCount(2);
        assertThat(outcome.locator("tbody tr").first()).containsText("some day");
        editor.picture("setup-imported");
        Download list =
                editor.page().waitForDownload(() -> outcome.locator("button").click());
        assertThat(Files.readString(list.path())).contains(ROWS + 1 + ",", ROWS + 2 + ",");
        assertThat(step(editor, 4)).containsText("已完成");
    }

    private static String row(int east, int north, String at, String kind, String title) {
        return String.join(",", metres(EAST + east), metres(NORTH + north), at, kind, title) + "\n";
    }

    private static String metres(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static Locator step(Screen screen, int number) {
        return screen.find(".setup-step").nth(number);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
