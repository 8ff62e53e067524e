package org.gridsight.spatial;

/** Data or parameters an algorithm cannot work on; the message says which and what would be right. */
public final class UnusableInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public UnusableInput(String message) {
        super(message);
    }
}
