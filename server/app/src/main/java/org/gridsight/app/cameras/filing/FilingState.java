package org.gridsight.app.cameras.filing;

import org.gridsight.app.kernel.Text;

/** Where a camera stands with its filing. */
enum FilingState {
    /** Not filed yet, and the term has not run out. */
    DUE("待备案", "due"),
    /** The term has run out, of a first filing or of a change. */
    OVERDUE("逾期未备案", "overdue"),
    FILED("已备案", "filed"),
    /** Place, type or storage is another one than was filed; the change must be filed too. */
    CHANGED("变更待备案", "changed since it was filed");

    private final Text text;

    FilingState(String zh, String en) {
        this.text = new Text(zh, en);
    }

    Text text() {
        return text;
    }
}
