package org.gridsight.media.gb28181;

import javax.sip.header.ContactHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * What came back on a request of ours.
 *
 * @param status the SIP status; 408 also when nothing came or nothing could be sent
 * @param response missing when nothing came
 */
record Answer(int status, @Nullable Response response) {

    static final Answer NONE = new Answer(Response.REQUEST_TIMEOUT, null);

    boolean isFinal() {
        return status >= 200;
    }

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    String toTag() {
        ToHeader to = response == null ? null : (ToHeader) response.getHeader(ToHeader.NAME);
        return to == null || to.getTag() == null ? "" : to.getTag();
    }

    /** The user part of the answerer's Contact, empty when there is none. */
    String contactUser() {
        ContactHeader contact = response == null ? null : (ContactHeader) response.getHeader(ContactHeader.NAME);
        return contact == null || contact.getAddress() == null
                ? ""
                : SipText.user(contact.getAddress().getURI());
    }

    byte[] body() {
        byte[] raw = response == null ? null : response.getRawContent();
        return raw == null ? new byte[0] : raw;
    }
}
