package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridsight.app.access.Role;
import org.junit.jupiter.api.Test;

/** The table of masks, written a second time by hand, and the masks themselves. */
class PersonalDataTest {

    @Test
    void everyRoleStandsInOneRow() {
        for (Role role : Role.values()) {
            assertThat(PersonalData.ROWS)
                    .filteredOn(row -> row.roles().contains(role))
                    .as("%s", role)
                    .hasSize(1);
        }
    }

    @Test
    void everyRoleSeesWhatIsWrittenHere() {
        String masked = "NAME MASKED OPEN, PHONE MASKED OPEN, ADDRESS MASKED OPEN, ID_NUMBER HIDDEN OPEN";
        String noId = "NAME MASKED OPEN, PHONE MASKED OPEN, ADDRESS MASKED OPEN, ID_NUMBER HIDDEN HIDDEN";
        String never = "NAME MASKED HIDDEN, PHONE MASKED HIDDEN, ADDRESS MASKED HIDDEN, ID_NUMBER HIDDEN HIDDEN";
        String nothing = "NAME HIDDEN HIDDEN, PHONE HIDDEN HIDDEN, ADDRESS HIDDEN HIDDEN, ID_NUMBER HIDDEN HIDDEN";
        Set<Role> desks = EnumSet.of(Role.DISPATCHER, Role.WINDOW_CLERK, Role.VILLAGE_CLERK);
        Set<Role> units = EnumSet.of(Role.HANDLER, Role.MEDIATOR);
        Set<Role> watchers = EnumSet.of(Role.VERIFIER, Role.SUPERVISOR, Role.LEADER);
        for (Role role : Role.values()) {
            boolean worker = role == Role.GRID_WORKER;
            String inArea = desks.contains(role) ? masked : watchers.contains(role) ? never : nothing;
            String onCase = units.contains(role) ? masked : worker ? noId : nothing;
            assertThat(sights(role, true, false)).as("%s in area", role).isEqualTo(inArea);
            assertThat(sights(role, false, true)).as("%s on case", role).isEqualTo(onCase);
            assertThat(sights(role, false, false)).as("%s elsewhere", role).isEqualTo(nothing);
        }
    }

    private static String sights(Role role, boolean inArea, boolean onCase) {
        PersonalData data = PersonalData.of(Set.of(role), inArea, onCase);
        return Arrays.stream(PersonalColumn.values())
                .map(column -> column + " " + data.atSight(column) + " " + data.forReason(column))
                .collect(Collectors.joining(", "));
    }

    @Test
    void masksKeepLittle() {
        assertThat(PersonalColumn.NAME.show("张三丰", Sight.MASKED)).isEqualTo("张**");
        assertThat(PersonalColumn.NAME.show("𠮷野", Sight.MASKED)).isEqualTo("𠮷**");
        assertThat(PersonalColumn.PHONE.show("13800001234", Sight.MASKED)).isEqualTo("138****1234");
        assertThat(PersonalColumn.PHONE.show("12345", Sight.MASKED)).isEqualTo("****");
        assertThat(PersonalColumn.ADDRESS.show("立春村 3 号", Sight.MASKED)).isEqualTo("***");
        assertThat(PersonalColumn.ID_NUMBER.show("370303199003071234", Sight.MASKED))
                .isEqualTo("****");
        assertThat(PersonalColumn.NAME.show("张三丰", Sight.HIDDEN)).isNull();
        assertThat(PersonalColumn.NAME.show("", Sight.MASKED)).isNull();
        assertThat(PersonalColumn.NAME.show("张三丰", Sight.OPEN)).isEqualTo("张三丰");
    }

    @Test
    void residentNumbersHaveACheckDigit() {
        // the example of GB 11643-1999
        assertThat(IdKind.RESIDENT_ID.fits("11010519491231002X")).isTrue();
        assertThat(IdKind.RESIDENT_ID.fits("110105194912310021")).isFalse();
        assertThat(IdKind.guess("11010519491231002X")).isEqualTo(IdKind.RESIDENT_ID);
        assertThat(IdKind.guess("E12345678")).isEqualTo(IdKind.OTHER);
        assertThat(IdKind.PASSPORT.fits("E12345678")).isTrue();
    }
}
