package org.gridsight.app.cameras;

import java.util.Optional;
import org.gridsight.app.grids.GivenPlace;
import org.gridsight.media.net.CameraUrl;

/** What somebody wants of a camera, new or different; absent stays as it is. */
record CameraChange(long version, Traits traits, View view, Access access) {

    /** What sort of camera it is. */
    record Traits(
            Optional<String> name,
            Optional<CameraKind> kind,
            Optional<PlaceType> placeType,
            Optional<Boolean> masked,
            Optional<MaskZones> masks,
            Optional<Datum> datum) {}

    /** What ground it looks at. */
    record View(
            Optional<GivenPlace> place,
            Optional<Double> heading,
            Optional<Double> fieldOfView,
            Optional<Double> rangeMetres) {}

    /** The sub-stream; one that was given without an address is taken away. */
    record Sub(boolean given, Optional<CameraUrl> url) {}

    /** How its pictures are fetched. */
    record Access(
            Optional<CameraUrl> url,
            Sub sub,
            Optional<String> username,
            Optional<String> password,
            Optional<String> transport) {

        boolean changesAddress() {
            return url.isPresent() || sub.given() || username.isPresent() || password.isPresent();
        }

        /** The address after the change; empty when there is still none. */
        Optional<StreamAddress> over(Optional<StreamAddress> before) {
            return url.or(() -> before.map(StreamAddress::url))
                    .map(target -> new StreamAddress(
                            target,
                            username.or(() -> before.map(StreamAddress::username))
                                    .orElse(""),
                            password.or(() -> before.map(StreamAddress::password))
                                    .orElse(""),
                            sub.given() ? sub.url() : before.flatMap(StreamAddress::sub)));
        }

        /** Without the address and what opens it. */
        @Override
        public String toString() {
            return "Access";
        }
    }
}
