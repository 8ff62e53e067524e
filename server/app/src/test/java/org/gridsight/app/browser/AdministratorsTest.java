package org.gridsight.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An account from its opening to its second role, by the two administrators and the person, in the browser. */
@ExtendWith(WithDemoTown.class)
class AdministratorsTest {

    private static final String NAME = "newcomer";
    private static final String NEXT = "Next-Word-2027";

    @Test
    void openAnAccountTogetherAndThePersonChoosesThePassword(DemoTown town) {
        Screen system = town.signedIn("sysadmin", Device.DESK).open("/");
        system.find(".admin-home a[href='/accounts']").click();
        system.button("新建账号").first().click();
        system.find("input[name=username]").fill(NAME);
        system.find("input[name=displayName]").fill("新同事");
        system.find("input[name=password]").fill(DemoTown.PASSWORD);
        system.find("input[name=roles][value=DISPATCHER]").check();
        system.press("Enter");
        assertThat(rowOf(system)).containsText("值班员");
        system.picture("accounts-system");

        Screen person = town.screen(Device.DESK).open("/").signIn(NAME);
        person.find(".person summary").click();
        person.button("修改密码").click();
        change(person, "wrong-Word-1", NEXT);
        assertThat(person.find("dialog .fault").first()).containsText("当前密码不正确");
        person.picture("own-password");
        change(person, DemoTown.PASSWORD, NEXT);
        assertThat(person.find("dialog .notice")).containsText("密码已修改");
        person.press("Enter");
        assertThat(person.find("dialog")).hasCount(0);
        assertThat(person.find(".vlist-row").first()).isVisible();

        Screen security = town.signedIn("secadmin", Device.DESK).open("/accounts");
        rowOf(security).locator("button").click();
        security.find("input[name=roles][value=LEADER]").check();
        security.button("保存权限").click();
        assertThat(security.find(".said")).containsText("权限已保存");
        assertThat(rowOf(security)).containsText("负责人");
        security.picture("accounts-security");
        security.expectNoFaults();
        system.expectNoFaults();
        assertThat(town.product()
                        .client()
                        .signIn(NAME, NEXT)
                        .get("/api/session")
                        .text())
                .contains("LEADER");
    }

    private static Locator rowOf(Screen screen) {
        return screen.find(".accounts-scroll tbody tr").filter(new Locator.FilterOptions().setHasText(NAME));
    }

    private static void change(Screen person, String current, String next) {
        person.find("dialog input[name=current]").fill(current);
        person.find("dialog input[name=password]").fill(next);
        person.find("dialog input[name=again]").fill(next);
        person.press("Enter");
    }
}
