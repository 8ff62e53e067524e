package org.gridsight.app.incidents;

import static org.gridsight.app.access.Role.*;
import static org.gridsight.app.incidents.PersonalColumn.ADDRESS;
import static org.gridsight.app.incidents.PersonalColumn.ID_NUMBER;
import static org.gridsight.app.incidents.PersonalColumn.NAME;
import static org.gridsight.app.incidents.PersonalColumn.PHONE;
import static org.gridsight.app.incidents.Sight.HIDDEN;
import static org.gridsight.app.incidents.Sight.MASKED;
import static org.gridsight.app.incidents.Sight.OPEN;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gridsight.app.access.Role;

/**
 * The table of masks: which role sees which column of the people named in a case, at sight and after giving a reason.
 * Who works on the case may unmask; who watches over it, leads or verifies sees masks and asks who works on it. Nobody
 * sees an identity number without asking for it.
 */
final class PersonalData {

    /** What a role needs besides itself: the case lies in the person's area, or the person is sent to it. */
    enum Tie {
        AREA,
        CASE
    }

    /** One row: {@code atSight} without a reason, {@code forReason} with one. */
    record Row(Set<Role> roles, Tie tie, Map<PersonalColumn, Sight> atSight, Map<PersonalColumn, Sight> forReason) {}

    private static final Map<PersonalColumn, Sight> MASKS =
            Map.of(NAME, MASKED, PHONE, MASKED, ADDRESS, MASKED, ID_NUMBER, HIDDEN);
    private static final Map<PersonalColumn, Sight> CLEAR =
            Map.of(NAME, OPEN, PHONE, OPEN, ADDRESS, OPEN, ID_NUMBER, OPEN);
    private static final Map<PersonalColumn, Sight> CLEAR_BUT_ID =
            Map.of(NAME, OPEN, PHONE, OPEN, ADDRESS, OPEN, ID_NUMBER, HIDDEN);
    private static final Map<PersonalColumn, Sight> NOTHING =
            Map.of(NAME, HIDDEN, PHONE, HIDDEN, ADDRESS, HIDDEN, ID_NUMBER, HIDDEN);

    static final List<Row> ROWS = List.of(
            new Row(EnumSet.of(DISPATCHER, WINDOW_CLERK, VILLAGE_CLERK), Tie.AREA, MASKS, CLEAR),
            new Row(EnumSet.of(HANDLER, MEDIATOR), Tie.CASE, MASKS, CLEAR),
            new Row(EnumSet.of(GRID_WORKER), Tie.CASE, MASKS, CLEAR_BUT_ID),
            new Row(EnumSet.of(VERIFIER, SUPERVISOR, LEADER), Tie.AREA, MASKS, NOTHING),
            new Row(
                    EnumSet.of(GIS_EDITOR, VIDEO_MANAGER, SCREEN, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN),
                    Tie.AREA,
                    NOTHING,
                    NOTHING));

    /** What one person sees of one case: the widest of all rows that fit. */
    private final List<Row> rows;

    private PersonalData(List<Row> rows) {
        this.rows = rows;
    }

    static PersonalData of(Set<Role> roles, boolean inArea, boolean onCase) {
        return new PersonalData(ROWS.stream()
                .filter(row -> row.roles().stream().anyMatch(roles::contains))
                .filter(row -> row.tie() == Tie.AREA ? inArea : onCase)
                .toList());
    }

    /** True when it makes a difference whether the person is sent to the case. */
    static boolean asksForCase(Set<Role> roles) {
        return ROWS.stream()
                .filter(row -> row.tie() == Tie.CASE)
                .anyMatch(row -> row.roles().stream().anyMatch(roles::contains));
    }

    Sight atSight(PersonalColumn column) {
        return widest(column, Row::atSight);
    }

    Sight forReason(PersonalColumn column) {
        return widest(column, Row::forReason);
    }

    boolean seesPeople() {
        return atSight(NAME) != HIDDEN;
    }

    boolean mayUnmask() {
        return forReason(NAME) == OPEN;
    }

    private Sight widest(PersonalColumn column, Function<Row, Map<PersonalColumn, Sight>> sights) {
        return rows.stream()
                .map(row -> sights.apply(row).getOrDefault(column, HIDDEN))
                .max(Sight::compareTo)
                .orElse(HIDDEN);
    }
}
