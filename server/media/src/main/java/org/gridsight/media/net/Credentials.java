package org.gridsight.media.net;

/** A name and password of a camera; never part of a text by accident. */
public record Credentials(String user, String password) {

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
