package org.gridsight.app.incidents;

import org.gridsight.app.kernel.Text;

/** On which side of a matter somebody stands. */
public enum PartySide {
    MAIN(new Text("主要当事人", "Main party")),
    OTHER(new Text("对方当事人", "Other party"));

    private final Text text;

    PartySide(Text text) {
        this.text = text;
    }

    Text text() {
        return text;
    }
}
