package org.gridsight.app.kernel;

/** One fault of one field of a request; {@code field} is the JSON path, such as {@code location.coordinates}. */
public record FieldFault(String field, Text message) {}
