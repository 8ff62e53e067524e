package org.gridsight.app.kernel;

/** A reason out of a room's enum, whose constants differ in nothing but their words. */
public interface ListedReason extends Reason {

    /** What one constant says; see {@link Reason}. */
    record Words(String code, int status, Text text) {

        public static Words of(String code, int status, String zh, String en) {
            return new Words(code, status, new Text(zh, en));
        }
    }

    Words words();

    @Override
    default String code() {
        return words().code();
    }

    @Override
    default int status() {
        return words().status();
    }

    @Override
    default Text text() {
        return words().text();
    }
}
