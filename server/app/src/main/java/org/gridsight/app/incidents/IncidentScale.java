package org.gridsight.app.incidents;

import java.util.Arrays;
import java.util.Optional;
import org.gridsight.app.kernel.Text;

/** How many people a matter concerns; on the wire its two-digit code, the name is understood too. */
public enum IncidentScale {
    INDIVIDUAL("01", new Text("个体性", "Individual")),
    GROUP("02", new Text("一般群体性", "Group")),
    MAJOR_GROUP("03", new Text("重大群体性", "Major group"));

    private final String code;
    private final Text text;

    IncidentScale(String code, Text text) {
        this.code = code;
        this.text = text;
    }

    public String code() {
        return code;
    }

    public Text text() {
        return text;
    }

    public static Optional<IncidentScale> parse(String value) {
        return Arrays.stream(values())
                .filter(scale -> scale.code.equals(value) || scale.name().equals(value))
                .findFirst();
    }
}
