package org.gridsight.app.incidents;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Body of {@code POST /api/incidents/id/actions}, bound leniently; contract.md says which action takes what.
 *
 * @param seen of {@code assign}: the loads on which the choice was made
 * @param anyway of {@code assign}: sends the workers whatever another officer has done meanwhile
 */
public record MoveRequest(
        @Nullable String action,
        @Nullable String version,
        @Nullable List<@Nullable String> workerIds,
        @Nullable String unitId,
        @Nullable List<@Nullable String> coHandlers,
        @Nullable String dueAt,
        @Nullable String result,
        @Nullable String passed,
        @Nullable String finding,
        @Nullable String outcome,
        @Nullable String note,
        @Nullable String reason,
        @Nullable String reasonCode,
        @Nullable String into,
        @Nullable String complexity,
        @Nullable String deviceAt,
        @Nullable List<@Nullable Seen> seen,
        @Nullable Boolean anyway,
        @Nullable String sentAt) {

    /** How many orders an officer saw a worker have when choosing; more by now means somebody else was faster. */
    public record Seen(@Nullable String workerId, @Nullable Integer load) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** For callers inside the product: the same fields as over HTTP. */
    public static MoveRequest from(Map<String, ?> fields) {
        return Objects.requireNonNull(JSON.convertValue(fields, MoveRequest.class));
    }

    /** The same move, with the device's clock at the moment of sending. */
    MoveRequest sent(@Nullable String at) {
        return at == null
                ? this
                : new MoveRequest(
                        action,
                        version,
                        workerIds,
                        unitId,
                        coHandlers,
                        dueAt,
                        result,
                        passed,
                        finding,
                        outcome,
                        note,
                        reason,
                        reasonCode,
                        into,
                        complexity,
                        deviceAt,
                        seen,
                        anyway,
                        at);
    }
}
