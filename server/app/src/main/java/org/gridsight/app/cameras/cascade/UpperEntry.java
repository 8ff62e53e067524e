package org.gridsight.app.cameras.cascade;

/**
 * One upper platform as it was entered, without its password.
 *
 * @param user our own 20 digits there
 * @param edition 2016 or 2022
 * @param agreement why it is given pictures: the share agreement that was filed
 */
record UpperEntry(
        String platformId, long version, String name, Way way, String edition, boolean enabled, String agreement) {

    /** How it is reached. */
    record Way(String domain, String address, int port, String transport, String user, String charset) {}
}
