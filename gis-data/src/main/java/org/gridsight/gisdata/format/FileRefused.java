package org.gridsight.gisdata.format;

import java.util.List;

/** A file that cannot be taken at all. The message says where (part, row or path) and what to do; nothing was loaded. */
public final class FileRefused extends RuntimeException {

    /** The kinds of refusal, each with a code that stays the same. */
    public enum Reason {
        UNKNOWN_FORMAT("file.unknown-format"),
        TOO_LARGE("file.too-large"),
        TOO_MANY_ENTRIES("file.too-many-entries"),
        TOO_MANY_ROWS("file.too-many-rows"),
        TOO_DEEP("file.too-deep"),
        ROW_TOO_LONG("file.row-too-long"),
        UNSAFE_NAME("file.unsafe-name"),
        NESTED_ARCHIVE("file.nested-archive"),
        SEVERAL_LAYERS("file.several-layers"),
        FORBIDDEN("file.forbidden-content"),
        TRUNCATED("file.truncated"),
        CORRUPT("file.corrupt"),
        NO_CRS("file.no-coordinate-system");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String where;

    FileRefused(Reason reason, String where, String detail) {
        super(where + ": " + detail);
        this.reason = reason;
        this.where = where;
    }

    /** For tables that lack a column, by whichever of its usual names. */
    public static FileRefused missingColumn(List<String> names) {
        return new FileRefused(Reason.UNKNOWN_FORMAT, "header", "no column is called one of " + names);
    }

    public Reason reason() {
        return reason;
    }

    /** Part, row or path, for instance {@code grids.dbf, row 17}. */
    public String where() {
        return where;
    }
}
