package org.gridsight.gisdata.format;

/**
 * Why one row was left out. Rows count from 1, in the order of the file, without the header line.
 *
 * @param detail one English sentence that names the value
 */
public record RowFault(long row, Code code, String detail) {

    /** The kinds of bad rows, each with a code that stays the same. */
    public enum Code {
        FIELD_COUNT("row.field-count"),
        TEXT("row.unreadable-text"),
        NUMBER("row.bad-number"),
        BAD_CODE("row.bad-code"),
        DUPLICATE_CODE("row.duplicate-code"),
        NO_NAME("row.no-name"),
        NO_GEOMETRY("geometry.missing"),
        UNREADABLE_GEOMETRY("geometry.unreadable"),
        NOT_FINITE("geometry.not-finite"),
        OFF_THE_EARTH("geometry.off-the-earth"),
        NOT_CLOSED("geometry.not-closed"),
        SELF_CROSSING("geometry.self-crossing"),
        INVALID("geometry.invalid"),
        TOO_MANY_VERTICES("geometry.too-many-vertices");

        private final String code;

        Code(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
