package org.gridsight.app.incidents;

import org.gridsight.app.kernel.Text;

/** How hard a matter is to settle; disputes have a time limit for each. */
enum Complexity {
    SIMPLE(new Text("简单", "Simple")),
    GENERAL(new Text("一般", "General")),
    COMPLEX(new Text("疑难复杂", "Complex"));

    private final Text text;

    Complexity(Text text) {
        this.text = text;
    }

    Text text() {
        return text;
    }
}
