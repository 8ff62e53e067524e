package org.gridsight.app.cameras.cascade;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridsight.app.kernel.Text;
import org.gridsight.media.gb28181.UpperState;

/**
 * One upper platform on the wire, without its password.
 *
 * @param state OFF while it is not enabled
 * @param why what went wrong and what to try
 * @param streams pictures it is given now
 */
record UpperView(
        String id,
        long version,
        String name,
        String domain,
        String address,
        int port,
        String transport,
        String user,
        String charset,
        String edition,
        boolean enabled,
        String reason,
        String state,
        Optional<String> code,
        Optional<String> why,
        Optional<Instant> since,
        int streams,
        int cameras) {

    private static final Text PASSWORD = new Text("上级平台不接受用户名或密码:请核对。", "It refuses user or password: check both.");
    private static final Text REFUSED = new Text(
            "上级平台拒绝注册:请对方核对本平台编号和地址是否已登记。",
            "It refuses the sign-in: ask whether our id and address are entered there.");
    private static final Text SILENT =
            new Text("上级平台没有应答:请核对地址、端口、传输方式和防火墙。", "It does not answer: check address, port, transport and firewall.");
    private static final Text ADDRESS = new Text(
            "地址无法解析或不在允许的网段内:请管理员核对 GRIDSIGHT_CAMERA_NETWORKS。",
            "The address cannot be resolved or lies outside GRIDSIGHT_CAMERA_NETWORKS: ask the administrator.");

    /** All of them. */
    record Answer(List<UpperView> items) {}

    static UpperView of(UpperEntry entry, Optional<UpperState> running, int cameras, Locale locale) {
        UpperEntry.Way way = entry.way();
        Optional<String> code = running.map(UpperState::code).filter(text -> !text.isEmpty());
        return new UpperView(
                entry.platformId(),
                entry.version(),
                entry.name(),
                way.domain(),
                way.address(),
                way.port(),
                way.transport(),
                way.user(),
                way.charset(),
                entry.edition(),
                entry.enabled(),
                entry.agreement(),
                running.map(state -> state.standing().name()).orElse(entry.enabled() ? "CONNECTING" : "OFF"),
                code,
                code.map(text -> words(text).in(locale)),
                running.map(UpperState::since),
                running.map(UpperState::streams).orElse(0),
                cameras);
    }

    private static Text words(String code) {
        if (code.startsWith("address-")) {
            return ADDRESS;
        }
        if (code.equals("up-no-answer") || code.equals("up-silent")) {
            return SILENT;
        }
        return code.equals("up-password") ? PASSWORD : REFUSED;
    }
}
