package org.gridsight.gisdata.format;

/** Inside this package only: carries what is wrong with one geometry up to the row that will be counted as faulty. */
final class BadGeometry extends Exception {

    private static final long serialVersionUID = 1;

    private final RowFault.Code code;

    BadGeometry(RowFault.Code code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    RowFault at(long row) {
        return new RowFault(row, code, String.valueOf(getMessage()));
    }
}
