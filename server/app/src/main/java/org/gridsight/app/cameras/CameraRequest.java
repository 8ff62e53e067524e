package org.gridsight.app.cameras;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gridsight.app.cameras.CameraChange.Access;
import org.gridsight.app.cameras.CameraChange.Sub;
import org.gridsight.app.cameras.CameraChange.Traits;
import org.gridsight.app.cameras.CameraChange.View;
import org.gridsight.app.grids.GivenPlace;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.gridsight.media.gb28181.MediaTransport;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.Credentials;
import org.gridsight.media.net.RefusedAddress;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST} and {@code PATCH /api/cameras}, bound leniently and checked as a whole. */
record CameraRequest(
        @Nullable String id,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String placeType,
        @Nullable Boolean masked,
        @Nullable List<@Nullable List<@Nullable List<@Nullable Double>>> masks,
        @Nullable String datum,
        GivenPlace.@Nullable Request location,
        @Nullable Double heading,
        @Nullable Double fieldOfView,
        @Nullable Double rangeMetres,
        @Nullable String source,
        @Nullable String streamUrl,
        @Nullable String subStreamUrl,
        @Nullable String username,
        @Nullable String password,
        @Nullable String transport,
        @Nullable Long version) {

    private static final double MOST_METRES = 50_000;
    private static final double FULL_CIRCLE = 360;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_WORD = 200;

    /** Where it lies is judged by the caller, who adds to the same faults. */
    Optional<GivenPlace> place(Faults faults) {
        return Optional.ofNullable(location).flatMap(at -> at.read("location", faults));
    }

    /** What a new one needs besides. */
    void requireForNew(Faults faults) {
        faults.required("name", name);
        faults.required("location", location);
        boolean device = "gb28181".equals(source);
        if (source != null && !device && !"rtsp".equals(source)) {
            faults.add("source", new Text("可用:rtsp、gb28181。", "must be rtsp or gb28181"));
        }
        if (device) {
            faults.required("id", id);
        } else {
            faults.required("streamUrl", streamUrl);
        }
        String pattern = device ? "\\d{20}" : "[A-Za-z0-9_-]{1,64}";
        if (id != null && !id.isBlank() && !id.matches(pattern)) {
            faults.add(
                    "id",
                    device
                            ? new Text("国标编号须为 20 位数字。", "must be 20 digits for gb28181")
                            : new Text("最多 64 个字母、数字、- 或 _。", "must be up to 64 letters, digits, - or _"));
        }
    }

    String sourceOrRtsp() {
        return source == null || source.isBlank() ? "rtsp" : source;
    }

    long seenVersion(Faults faults) {
        return faults.required("version", version).orElse(0L);
    }

    CameraChange read(Optional<GivenPlace> place, CameraNetworks networks, Faults faults) {
        Traits traits = new Traits(
                faults.text("name", name, LONGEST_WORD),
                faults.oneOf("kind", kind, CameraKind.class),
                allowedPlaceType(faults),
                Optional.ofNullable(masked),
                Optional.ofNullable(masks).flatMap(given -> MaskZones.read(given, faults)),
                faults.oneOf("datum", datum, Datum.class));
        View view = new View(
                place,
                number("heading", heading, -FULL_CIRCLE, FULL_CIRCLE, faults),
                positive("fieldOfView", fieldOfView, FULL_CIRCLE, faults),
                positive("rangeMetres", rangeMetres, MOST_METRES, faults));
        Optional<String> way =
                faults.oneOf("transport", transport, MediaTransport.class).map(Enum::name);
        Optional<CameraUrl> target = url("streamUrl", streamUrl, networks, faults);
        Sub sub = new Sub(subStreamUrl != null, url("subStreamUrl", subStreamUrl, networks, faults));
        Optional<Credentials> inUrl = target.flatMap(CameraUrl::credentials);
        Access access = new Access(
                target,
                sub,
                or(secret("username", username, faults), inUrl, Credentials::user),
                or(secret("password", password, faults), inUrl, Credentials::password),
                way);
        return new CameraChange(version == null ? 0 : version, traits, view, access);
    }

    private Optional<PlaceType> allowedPlaceType(Faults faults) {
        Optional<PlaceType> type = faults.oneOf("placeType", placeType, PlaceType.class);
        if (type.filter(PlaceType::isForbidden).isPresent()) {
            faults.add(
                    "placeType",
                    new Text(
                            "《公共安全视频图像信息系统管理条例》第八条禁止在此类场所安装。",
                            "article 8 of Decree 799 forbids cameras in such places"));
        }
        return type;
    }

    /** An empty user name or password takes the one before away. */
    private static Optional<String> secret(String field, @Nullable String value, Faults faults) {
        return value == null
                ? Optional.empty()
                : Optional.of(faults.text(field, value, LONGEST_WORD).orElse(""));
    }

    private static Optional<CameraUrl> url(
            String field, @Nullable String value, CameraNetworks networks, Faults faults) {
        Optional<String> given = faults.text(field, value, LONGEST_URL);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        try {
            CameraUrl target = CameraUrl.parse(given.get());
            networks.refusalOf(target).ifPresent(refusal -> faults.add(field, refusal));
            return Optional.of(target);
        } catch (RefusedAddress refused) {
            faults.add(field, CameraNetworks.words(refused));
            return Optional.empty();
        }
    }

    /** What the request says, else what stands in the URL itself. */
    private static Optional<String> or(
            Optional<String> said, Optional<Credentials> inUrl, Function<Credentials, String> part) {
        return said.or(() -> inUrl.map(part));
    }

    private static Optional<Double> positive(String field, @Nullable Double value, double most, Faults faults) {
        return number(field, value, Double.MIN_VALUE, most, faults);
    }

    private static Optional<Double> number(
            String field, @Nullable Double value, double least, double most, Faults faults) {
        if (value == null) {
            return Optional.empty();
        }
        if (!(value >= least && value <= most)) {
            String from = least == Double.MIN_VALUE ? "above 0" : "at least " + (long) least;
            String von = least == Double.MIN_VALUE ? "大于 0" : "不小于 " + (long) least;
            faults.add(
                    field,
                    new Text("须{0},且不超过 {1}。", "must be {2} and at most {1}")
                            .with(von, Long.toString((long) most), from));
        }
        return Optional.of(value);
    }

    /** The same request with its secrets made unreadable, for what is kept of it. */
    CameraRequest withoutSecrets(UnaryOperator<String> hide) {
        return new CameraRequest(
                id,
                name,
                kind,
                placeType,
                masked,
                masks,
                datum,
                location,
                heading,
                fieldOfView,
                rangeMetres,
                source,
                streamUrl == null ? null : hide.apply(streamUrl),
                subStreamUrl == null ? null : hide.apply(subStreamUrl),
                username == null ? null : hide.apply(username),
                password == null ? null : hide.apply(password),
                transport,
                version);
    }

    /** Without the address and what opens it. */
    @Override
    public String toString() {
        return "CameraRequest";
    }
}
