package org.gridsight.app.incidents;

import org.gridsight.app.kernel.Text;

/** Internal attention to one case; not a statutory warning. */
enum IncidentLevel {
    RED(new Text("红", "Red")),
    YELLOW(new Text("黄", "Yellow")),
    BLUE(new Text("蓝", "Blue"));

    private final Text text;

    IncidentLevel(Text text) {
        this.text = text;
    }

    Text text() {
        return text;
    }
}
