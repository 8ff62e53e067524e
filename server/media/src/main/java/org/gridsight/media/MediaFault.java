package org.gridsight.media;

/**
 * Something outside did not behave: counted and told, never thrown across a border.
 *
 * @param code stable, lower case with dashes, such as {@code rtsp-unauthorised} or {@code ps-no-start-code}
 * @param detail for a technician, in English; never an address, a name of a user or a password
 */
public record MediaFault(String code, String detail) {}
