package org.gridsight.app.incidents;

import org.gridsight.app.kernel.Text;

/** What the reporter said when asked whether the matter is solved. */
enum RevisitOutcome {
    SATISFIED(new Text("满意", "Satisfied")),
    NOT_SATISFIED(new Text("不满意", "Not satisfied")),
    UNREACHABLE(new Text("联系不上", "Not reached"));

    /** So often the reporter is tried before the revisit ends without an answer. */
    static final int TRIES = 3;

    private final Text text;

    RevisitOutcome(Text text) {
        this.text = text;
    }

    Text text() {
        return text;
    }
}
