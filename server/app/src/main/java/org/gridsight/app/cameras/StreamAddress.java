package org.gridsight.app.cameras;

import java.util.Optional;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.Credentials;

/**
 * Where the pictures of an RTSP camera are fetched, and what opens it. Shows itself in no text.
 *
 * @param sub a smaller stream beside it, with the same name and password
 */
record StreamAddress(CameraUrl url, String username, String password, Optional<CameraUrl> sub) {

    StreamAddress(CameraUrl url, String username, String password) {
        this(url, username, password, Optional.empty());
    }

    Optional<Credentials> credentials() {
        return username.isEmpty() && password.isEmpty()
                ? Optional.empty()
                : Optional.of(new Credentials(username, password));
    }

    @Override
    public String toString() {
        return "StreamAddress[hidden]";
    }
}
