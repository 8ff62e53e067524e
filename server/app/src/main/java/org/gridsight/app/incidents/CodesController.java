package org.gridsight.app.incidents;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Text;
import org.gridsight.app.riskpoints.RiskCategory;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every code of the loop with its names in both languages, and the table of moves, so that a page holds no list of its own. */
@RestController
class CodesController {

    /** A code with its names. */
    record Code(String code, String zh, String en) {

        static Code of(String code, Text text) {
            return new Code(code, text.zh(), text.en());
        }
    }

    /** A category of disputes; {@code other} is its nearest in the other list. */
    record Category(String code, String zh, String en, String list, String other) {}

    /** A status and how it is drawn. */
    record Status(String code, String zh, String en, IncidentStatus.Group group) {}

    /** A reason and the action it belongs to. */
    record ReasonCode(String code, String zh, String en, String action) {}

    /** A row of the table of moves. */
    record MoveRow(
            String action,
            String zh,
            String en,
            String key,
            List<IncidentStatus> from,
            @Nullable IncidentStatus to,
            List<Role> roles,
            List<String> needs) {

        static MoveRow of(Move move) {
            return new MoveRow(
                    move.word(),
                    move.text().zh(),
                    move.text().en(),
                    move.key(),
                    List.copyOf(move.from()),
                    move.to().orElse(null),
                    List.copyOf(move.roles()),
                    move.needs());
        }
    }

    private final Units units;

    CodesController(Units units) {
        this.units = units;
    }

    @GetMapping("/api/codes")
    Map<String, List<?>> codes() {
        Map<String, List<?>> codes = new LinkedHashMap<>();
        codes.put("kinds", list(IncidentKind.values(), kind -> Code.of(kind.name(), kind.text())));
        codes.put("disputeCategories", list(DisputeCategory.values(), CodesController::category));
        codes.put("sources", list(IncidentSource.values(), source -> Code.of(source.name(), source.text())));
        codes.put("scales", list(IncidentScale.values(), scale -> Code.of(scale.code(), scale.text())));
        codes.put("levels", list(IncidentLevel.values(), level -> Code.of(level.name(), level.text())));
        codes.put("complexities", list(Complexity.values(), hard -> Code.of(hard.name(), hard.text())));
        codes.put("outcomes", list(RevisitOutcome.values(), answer -> Code.of(answer.name(), answer.text())));
        codes.put("partySides", list(PartySide.values(), side -> Code.of(side.name(), side.text())));
        codes.put("idKinds", list(IdKind.values(), kind -> Code.of(kind.name(), kind.text())));
        codes.put("statuses", list(IncidentStatus.values(), CodesController::status));
        codes.put("moves", list(Move.values(), MoveRow::of));
        codes.put("reasons", list(MoveReason.values(), CodesController::reason));
        codes.put("roles", list(Role.values(), role -> new Code(role.name(), role.zh(), role.en())));
        codes.put("units", units.list());
        codes.put("riskCategories", list(RiskCategory.values(), risk -> Code.of(risk.name(), risk.text())));
        return codes;
    }

    private static <T> List<Object> list(T[] values, Function<T, Object> row) {
        return Arrays.stream(values).map(row).toList();
    }

    private static Category category(DisputeCategory category) {
        Text text = category.text();
        return new Category(
                category.name(),
                text.zh(),
                text.en(),
                category.list(),
                category.other().name());
    }

    private static Status status(IncidentStatus status) {
        return new Status(status.name(), status.text().zh(), status.text().en(), status.group());
    }

    private static ReasonCode reason(MoveReason reason) {
        return new ReasonCode(
                reason.name(),
                reason.text().zh(),
                reason.text().en(),
                reason.move().word());
    }
}
