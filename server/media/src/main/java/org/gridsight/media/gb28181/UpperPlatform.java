package org.gridsight.media.gb28181;

/**
 * A platform above us, at which we sign in as a lower one.
 *
 * @param id its 20 digits
 * @param domain its SIP domain
 * @param host name or address; checked anew before each sign-in
 * @param tcp whether we talk over TCP, else UDP
 * @param user our own 20 digits there, also the user name of the digest
 * @param edition what {@code X-GB-Ver} says, such as 2.0 for the text of 2016
 * @param utf8 whether it wants UTF-8, else GB18030
 */
public record UpperPlatform(
        String id,
        String domain,
        String host,
        int port,
        boolean tcp,
        String user,
        String password,
        String edition,
        boolean utf8) {

    /** Our own domain there. */
    String ownDomain() {
        return user.substring(0, Math.min(10, user.length()));
    }

    /** Without address and password. */
    @Override
    public String toString() {
        return "UpperPlatform " + id;
    }
}
