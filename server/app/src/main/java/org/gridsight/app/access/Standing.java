package org.gridsight.app.access;

/**
 * The sign-in a long-lived connection stands on: a cookie session or a program's token. When it falls, the connection
 * has to end; see {@link Standings}.
 *
 * @param key session id, or hash of the token
 */
public record Standing(CurrentUser user, String key, boolean token) {

    /** Without the key, so that it never gets into a log. */
    @Override
    public String toString() {
        return (token ? "token of " : "session of ") + user.username();
    }
}
