package org.gridsight.app.incidents;

import static org.gridsight.app.access.Role.DISPATCHER;
import static org.gridsight.app.access.Role.GRID_WORKER;
import static org.gridsight.app.access.Role.HANDLER;
import static org.gridsight.app.access.Role.LEADER;
import static org.gridsight.app.access.Role.MEDIATOR;
import static org.gridsight.app.access.Role.SUPERVISOR;
import static org.gridsight.app.access.Role.VERIFIER;
import static org.gridsight.app.access.Role.VILLAGE_CLERK;
import static org.gridsight.app.access.Role.WINDOW_CLERK;
import static org.gridsight.app.incidents.IncidentStatus.ACCEPTED;
import static org.gridsight.app.incidents.IncidentStatus.ASSIGNED;
import static org.gridsight.app.incidents.IncidentStatus.CLOSED;
import static org.gridsight.app.incidents.IncidentStatus.HANDLED;
import static org.gridsight.app.incidents.IncidentStatus.HANDLING;
import static org.gridsight.app.incidents.IncidentStatus.MERGED;
import static org.gridsight.app.incidents.IncidentStatus.REJECTED;
import static org.gridsight.app.incidents.IncidentStatus.REPORTED;
import static org.gridsight.app.incidents.IncidentStatus.REVISITED;
import static org.gridsight.app.incidents.IncidentStatus.VERIFIED;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gridsight.app.access.Role;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * The table of moves: from where, to where, by whom, with what. Rules about the person and the case itself (the verifier
 * is no handler, one extension only) stand in {@code MoveRights}.
 */
public enum Move {
    ACCEPT("受理", "a", EnumSet.of(REPORTED), ACCEPTED, EnumSet.of(DISPATCHER)),
    REJECT("退件", "r", EnumSet.of(REPORTED, ACCEPTED), REJECTED, EnumSet.of(DISPATCHER), "reason"),
    MERGE("合并", "m", EnumSet.of(REPORTED, ACCEPTED, ASSIGNED), MERGED, EnumSet.of(DISPATCHER), "into"),
    UNMERGE("拆分", "w", EnumSet.of(MERGED), null, EnumSet.of(DISPATCHER)),
    UNDO("撤销", "z", EnumSet.allOf(IncidentStatus.class), null, movers()),
    ASSIGN("派单", "d", EnumSet.of(ACCEPTED), ASSIGNED, EnumSet.of(DISPATCHER), "workerIds"),
    START("开始处置", "s", EnumSet.of(ASSIGNED), HANDLING, handlers()),
    RETURN("退回", "t", EnumSet.of(ASSIGNED, HANDLING), ACCEPTED, handlers(), "reason"),
    HANDLE("处置完成", "h", EnumSet.of(HANDLING), HANDLED, handlers(), "result"),
    VERIFY("核查", "v", EnumSet.of(HANDLED), VERIFIED, EnumSet.of(VERIFIER), "passed", "finding"),
    REVISIT("回访", "b", EnumSet.of(VERIFIED), REVISITED, revisitClerks(), "outcome"),
    CLOSE("结案", "x", EnumSet.of(REVISITED), CLOSED, EnumSet.of(DISPATCHER, LEADER)),
    REOPEN("重办", "u", EnumSet.of(VERIFIED, REVISITED, CLOSED), ASSIGNED, EnumSet.of(DISPATCHER), "reason"),
    PAUSE("暂停", "p", inHand(), null, EnumSet.of(DISPATCHER, SUPERVISOR, LEADER), "reason"),
    RESUME("恢复", "p", inHand(), null, EnumSet.of(DISPATCHER, SUPERVISOR, LEADER)),
    EXTEND("延期", "e", inHand(), null, EnumSet.of(SUPERVISOR, LEADER), "dueAt", "reason");

    private final Text text;
    private final String key;
    private final Set<IncidentStatus> from;

    @Nullable
    private final IncidentStatus to;

    private final Set<Role> roles;
    private final List<String> needs;

    Move(
            String zh,
            String key,
            Set<IncidentStatus> from,
            @Nullable IncidentStatus to,
            Set<Role> roles,
            String... needs) {
        this.text = new Text(zh, name().toLowerCase(Locale.ROOT));
        this.key = key;
        this.from = Collections.unmodifiableSet(EnumSet.copyOf(from));
        this.to = to;
        this.roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
        this.needs = List.of(needs);
    }

    /** The action on the wire and in the history, {@code accept}. */
    public String word() {
        return text.en();
    }

    public Text text() {
        return text;
    }

    /** The key of the console. */
    String key() {
        return key;
    }

    public Set<IncidentStatus> from() {
        return from;
    }

    /** Where it leads when all goes well; empty where the status stays or the former one comes back. */
    public Optional<IncidentStatus> to() {
        return Optional.ofNullable(to);
    }

    public Set<Role> roles() {
        return roles;
    }

    /** The fields its body must have; {@code assign} takes {@code unitId} in place of {@code workerIds}. */
    public List<String> needs() {
        return needs;
    }

    /** True for the moves of the person who was sent. */
    boolean isHandlers() {
        return this == START || this == RETURN || this == HANDLE;
    }

    public static Optional<Move> parse(String word) {
        return Arrays.stream(values()).filter(move -> move.word().equals(word)).findFirst();
    }

    private static Set<IncidentStatus> inHand() {
        return EnumSet.of(ACCEPTED, ASSIGNED, HANDLING);
    }

    private static Set<Role> handlers() {
        return EnumSet.of(GRID_WORKER, HANDLER, MEDIATOR);
    }

    private static Set<Role> revisitClerks() {
        return EnumSet.of(VILLAGE_CLERK, WINDOW_CLERK, DISPATCHER);
    }

    private static Set<Role> movers() {
        Set<Role> all = handlers();
        all.addAll(revisitClerks());
        all.addAll(EnumSet.of(VERIFIER, SUPERVISOR, LEADER));
        return all;
    }
}
