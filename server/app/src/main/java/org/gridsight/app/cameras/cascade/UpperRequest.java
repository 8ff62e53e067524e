package org.gridsight.app.cameras.cascade;

import java.util.Optional;
import java.util.Set;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;
import org.gridsight.media.net.RefusedAddress;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/cascades/{id}}, bound leniently and checked as a whole. */
record UpperRequest(
        @Nullable Long version,
        @Nullable String name,
        @Nullable String domain,
        @Nullable String address,
        @Nullable Integer port,
        @Nullable String transport,
        @Nullable String user,
        @Nullable String password,
        @Nullable String charset,
        @Nullable String edition,
        @Nullable Boolean enabled,
        @Nullable String reason) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 500;
    private static final Text DIGITS = new Text("须为 20 位数字。", "must be 20 digits");

    UpperEntry check(String id, boolean isNew, UpwardPictures pictures) {
        Faults faults = new Faults();
        matches("id", id, "\\d{20}", DIGITS, faults);
        Optional<String> named = faults.required("name", name).flatMap(text -> faults.text("name", text, LONGEST_NAME));
        Optional<String> why =
                faults.required("reason", reason).flatMap(text -> faults.text("reason", text, LONGEST_REASON));
        matches("domain", domain, "\\d{10,20}", new Text("须为 10 到 20 位数字。", "must be 10 to 20 digits"), faults);
        matches("user", user, "\\d{20}", DIGITS, faults);
        oneOf("transport", transport, "UDP", Set.of("UDP", "TCP"), faults);
        oneOf("charset", charset, "GB18030", Set.of("GB18030", "UTF-8"), faults);
        oneOf("edition", edition, "2016", Set.of("2016", "2022"), faults);
        if (isNew || password != null) {
            matches(
                    "password",
                    password,
                    "[!-~]{1,64}",
                    new Text("须为 1 到 64 个英文字母、数字或符号。", "must be 1 to 64 letters, digits or signs"),
                    faults);
        }
        checkPlace(pictures, faults);
        faults.throwIfAny();
        UpperEntry.Way way = new UpperEntry.Way(
                or(domain, ""),
                or(address, "").strip(),
                or(port, 0),
                or(transport, "UDP"),
                or(user, ""),
                or(charset, "GB18030"));
        return new UpperEntry(
                id,
                or(version, -1L),
                named.orElseThrow(),
                way,
                or(edition, "2016"),
                !Boolean.FALSE.equals(enabled),
                why.orElseThrow());
    }

    private void checkPlace(UpwardPictures pictures, Faults faults) {
        boolean whole = port != null && port > 0 && port < 65_536;
        if (!whole) {
            faults.add("port", new Text("须为 1 到 65535。", "must lie in 1..65535"));
        }
        boolean written = address != null && address.strip().matches("[A-Za-z0-9.:_-]{1,253}");
        if (!written) {
            faults.add("address", new Text("须为主机名或 IP 地址。", "must be a host name or an address"));
        }
        if (!whole || !written) {
            return;
        }
        try {
            pictures.check(or(address, "").strip(), or(port, 0));
        } catch (RefusedAddress refused) {
            faults.add(
                    "address",
                    new Text(
                            "地址无法解析、不在允许的网段内,或是本系统自己的端口。",
                            "cannot be resolved, lies outside GRIDSIGHT_CAMERA_NETWORKS, or is a port of our own"));
        }
    }

    private static void matches(String field, @Nullable String value, String pattern, Text words, Faults faults) {
        if (value == null || !value.matches(pattern)) {
            faults.add(field, words);
        }
    }

    private static void oneOf(String field, @Nullable String value, String usual, Set<String> all, Faults faults) {
        if (!all.contains(or(value, usual))) {
            faults.add(field, new Text("须为 {0} 之一。", "must be one of {0}").with(String.join(", ", all)));
        }
    }

    private static <T> T or(@Nullable T value, T usual) {
        return value == null ? usual : value;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "UpperRequest";
    }
}
