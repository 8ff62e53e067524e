package org.gridsight.app.kernel;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The caller may not do this, and here is why. Becomes a problem document with a 4xx status; never logged as an error. */
public final class Rejected extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final transient Text detail;
    private final transient List<FieldFault> faults;
    private final transient Map<String, Object> properties = new LinkedHashMap<>();

    public Rejected(Reason reason, Object... arguments) {
        this(reason, List.of(), arguments);
    }

    public Rejected(Reason reason, List<FieldFault> faults, Object... arguments) {
        super(reason.code());
        this.reason = reason;
        this.detail = reason.text().with(arguments);
        this.faults = List.copyOf(faults);
    }

    /** The same refusal, with every fault of its request beside it. */
    public Rejected(Rejected first, List<FieldFault> faults) {
        super(first.reason.code(), first);
        this.reason = first.reason;
        this.detail = first.detail;
        this.faults = List.copyOf(faults);
    }

    /** Adds a member to the problem document, such as {@code allowed} or {@code current}. */
    public Rejected with(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    public Reason reason() {
        return reason;
    }

    public Text detail() {
        return detail;
    }

    public List<FieldFault> faults() {
        return faults;
    }

    public Map<String, Object> properties() {
        return Map.copyOf(properties);
    }
}
