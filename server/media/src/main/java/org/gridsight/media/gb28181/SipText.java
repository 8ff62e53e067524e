package org.gridsight.media.gb28181;

import java.util.regex.Pattern;
import javax.sip.address.SipURI;
import javax.sip.address.URI;

/** Small readings of SIP headers. */
final class SipText {

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_.-]{1,64}");

    private SipText() {}

    static String user(URI uri) {
        String user = uri instanceof SipURI sip ? sip.getUser() : null;
        return user == null ? "" : user;
    }

    /** Whether a text may be the id of a device or channel: usually 20 digits, not always. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
