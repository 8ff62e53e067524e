package org.gridsight.app.incidents;

import java.util.EnumSet;
import java.util.Set;
import org.gridsight.app.kernel.Text;

/** Where a case stands in the closed loop, and where it can go from there. */
public enum IncidentStatus {
    REPORTED(Group.NEW, "待受理", "Reported"),
    ACCEPTED(Group.IN_HAND, "已受理", "Accepted"),
    ASSIGNED(Group.IN_HAND, "已派单", "Assigned"),
    HANDLING(Group.IN_HAND, "处置中", "Being handled"),
    HANDLED(Group.CHECK, "待核查", "Handled"),
    VERIFIED(Group.CHECK, "待回访", "Verified"),
    REVISITED(Group.CHECK, "待结案", "Revisited"),
    CLOSED(Group.DONE, "已结案", "Closed"),
    REJECTED(Group.OUT, "已退件", "Rejected"),
    MERGED(Group.OUT, "已合并", "Merged");

    /** How a status is drawn. */
    enum Group {
        NEW,
        IN_HAND,
        CHECK,
        DONE,
        OUT
    }

    private final Group group;
    private final Text text;

    IncidentStatus(Group group, String zh, String en) {
        this.group = group;
        this.text = new Text(zh, en);
    }

    Group group() {
        return group;
    }

    public Text text() {
        return text;
    }

    /** True while somebody still has to do something. */
    public boolean isOpen() {
        return group != Group.DONE && group != Group.OUT;
    }

    /** The states a move may lead to; undo and unmerge lead back to the former one instead. */
    Set<IncidentStatus> next() {
        return switch (this) {
            case REPORTED -> EnumSet.of(ACCEPTED, REJECTED, MERGED);
            case ACCEPTED -> EnumSet.of(ASSIGNED, REJECTED, MERGED);
            case ASSIGNED -> EnumSet.of(HANDLING, ACCEPTED, MERGED);
            case HANDLING -> EnumSet.of(HANDLED, ACCEPTED);
            case HANDLED -> EnumSet.of(VERIFIED, ASSIGNED);
            case VERIFIED -> EnumSet.of(REVISITED, ASSIGNED);
            case REVISITED -> EnumSet.of(CLOSED, ASSIGNED);
            case CLOSED -> EnumSet.of(ASSIGNED);
            case REJECTED, MERGED -> EnumSet.noneOf(IncidentStatus.class);
        };
    }
}
