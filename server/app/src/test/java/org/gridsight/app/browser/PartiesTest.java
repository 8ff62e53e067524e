package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A dispute with its two sides: named in the report, masked on the card, in clear for a reason. */
@ExtendWith(WithDemoTown.class)
class PartiesTest {

    private static final String TITLE = "两家为一条水渠相争";
    private static final String SECTION = ".card-section:has(.parties)";

    @Test
    void partiesAreMaskedUntilSomebodySaysWhy(DemoTown town) {
        Screen desk = town.signedIn("duty", Device.DESK).open("/");
        assertThat(desk.find(".vlist-row").first()).isVisible();
        report(desk);
        Locator section = desk.find(SECTION);
        assertThat(section).containsText("诸**");
        assertThat(section).containsText("135****0000");
        assertThat(section).containsText("居民身份证 已登记");
        assertThat(section).not().containsText("诸葛瑾瑜");
        desk.picture("parties-desk-masked");

        section.getByText("查看完整信息").click();
        section.getByText("查看完整信息").click();
        assertThat(section).containsText("此项必填。");
        section.getByLabel("查看事由（会被登记）").fill("约双方周三到场调解");
        section.getByLabel("同时查看证件号码").check();
        desk.picture("parties-desk-asking");
        section.getByText("查看完整信息").click();
        assertThat(section).containsText("诸葛瑾瑜");
        assertThat(section).containsText("11010519491231002X");
        assertThat(section).containsText("本次查看已登记。");
        desk.picture("parties-desk-clear");
        desk.expectNoFaults();

        addsAndRemovesOnThePhone(town.signedIn("duty", Device.PHONE).open("/" + query(desk)));
        readsMasksInEnglish(
                town.signedIn("supervisor", Device.DESK.english().light()).open("/" + query(desk)));
    }

    private static void addsAndRemovesOnThePhone(Screen phone) {
        Locator there = phone.find(SECTION);
        assertThat(there).containsText("诸**");
        there.getByText("添加当事人").tap();
        there.getByLabel("姓名").fill("闻人雨水");
        there.scrollIntoViewIfNeeded();
        phone.picture("parties-phone-adding");
        there.getByText("添加当事人").tap();
        assertThat(there).containsText("闻**");
        assertThat(phone.find(".history")).containsText("更改当事人");
        Locator added = there.locator("li").filter(new Locator.FilterOptions().setHasText("闻**"));
        added.getByText("移除").tap();
        added.getByText("移除 闻**").tap();
        assertThat(there).not().containsText("闻**");
        assertThat(there).containsText("诸**");
        phone.expectNoFaults();
    }

    private static void readsMasksInEnglish(Screen english) {
        assertThat(english.find(SECTION)).containsText("Other party");
        assertThat(english.find(SECTION)).containsText("You may not see the party's phone. Ask your unit head.");
        english.find(SECTION).scrollIntoViewIfNeeded();
        english.picture("parties-desk-english");
        english.expectNoFaults();
    }

    private static void report(Screen desk) {
        desk.press("i");
        desk.find(".kind:has(input[value=DISPUTE])").click();
        desk.find(".grid-choice").selectOption(new SelectOption().setIndex(1));
        desk.field("标题").fill(TITLE);
        desk.find(".report summary").first().click();
        Locator rows = desk.find(".party-row");
        rows.first().getByLabel("姓名").fill("诸葛瑾瑜");
        rows.first().getByLabel("电话").fill("13512340000");
        rows.first().getByLabel("证件号码（可不填）").fill("11010519491231002x");
        desk.button("添加当事人").click();
        rows.nth(1).getByLabel("姓名").fill("司马谷雨");
        rows.nth(1).getByLabel("住址").fill("谷雨巷七号");
        rows.nth(1).scrollIntoViewIfNeeded();
        desk.picture("parties-desk-report");
        desk.button("上报").click();
        assertThat(desk.find(".card-title")).hasText(TITLE);
    }

    private static String query(Screen desk) {
        String address = desk.page().url();
        return address.substring(address.indexOf('?'));
    }
}
