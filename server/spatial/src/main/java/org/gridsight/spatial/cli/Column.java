package org.gridsight.spatial.cli;

/** A wanted column of a CSV file, which takes its cells row by row and keeps them as flat arrays. */
abstract class Column {

    private final String name;
    private final boolean required;

    Column(String name, boolean required) {
        this.name = name;
        this.required = required;
    }

    final String name() {
        return name;
    }

    final boolean required() {
        return required;
    }

    /** Takes the first {@code length} bytes as the cell of a row, counted from 1. */
    abstract void take(byte[] cell, int length, int row);
}
