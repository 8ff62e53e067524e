package org.gridsight.app.cameras;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.Text;
import org.gridsight.media.net.AddressGuard;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.RefusedAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where cameras may lie. Asked when an address is entered and again for the very address that is connected. */
@Component
class CameraNetworks {

    private static final int POSTGRES_PORT = 5432;
    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String DATABASE_PORT = "address-database";

    private static final Text OUTSIDE = new Text(
            "地址不在允许的摄像机网段内,请管理员核对 GRIDSIGHT_CAMERA_NETWORKS。",
            "the address lies outside the networks of GRIDSIGHT_CAMERA_NETWORKS; ask the administrator");
    private static final Map<String, Text> WORDS = Map.of(
            "address-malformed",
            new Text("须为 rtsp://主机[:端口]/路径。", "must look like rtsp://host[:port]/path"),
            "address-scheme",
            new Text("只接受 rtsp: 地址。", "only rtsp: addresses are opened"),
            "address-unresolved",
            new Text("主机名无法解析。", "the host name cannot be resolved"),
            DATABASE_PORT,
            new Text("这是数据库的端口。", "this is the port of the database"));

    private final AddressGuard guard;
    private final Optional<Integer> databasePort;

    CameraNetworks(CameraSettings settings, @Value("${spring.datasource.url}") String databaseUrl) {
        guard = new AddressGuard(settings.networks(), List.of());
        databasePort = databaseUrl.startsWith(POSTGRES) ? Optional.of(portOf(databaseUrl)) : Optional.empty();
    }

    private static int portOf(String databaseUrl) {
        int port = URI.create(databaseUrl.substring("jdbc:".length())).getPort();
        return port < 0 ? POSTGRES_PORT : port;
    }

    boolean allows(InetAddress address) {
        return guard.allows(address);
    }

    /** The address that was checked, which is the one to connect. */
    InetSocketAddress check(CameraUrl url) throws RefusedAddress {
        return guard.check(url);
    }

    /** Why nothing may be fetched from there. */
    Optional<Text> refusalOf(CameraUrl url) {
        if (databasePort.filter(own -> own == url.port()).isPresent()) {
            return Optional.ofNullable(WORDS.get(DATABASE_PORT));
        }
        try {
            guard.check(url);
            return Optional.empty();
        } catch (RefusedAddress refused) {
            return Optional.of(words(refused));
        }
    }

    static Text words(RefusedAddress refused) {
        return WORDS.getOrDefault(refused.fault().code(), OUTSIDE);
    }
}
