package org.gridsight.app.cameras;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.Text;
import org.gridsight.media.net.AddressGuard;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.RefusedAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
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
            new Text("这是本系统或其数据库的端口。", "this is a port of this product or its database"));

    /** Ports of this product; the web server's is known only once it listens. */
    private static final List<String> OWN_PORTS =
            List.of("local.server.port", "local.management.port", "server.port", "gridsight.sip.port");

    private final AddressGuard guard;
    private final Environment environment;
    private final Optional<Integer> databasePort;

    CameraNetworks(
            CameraSettings settings, @Value("${spring.datasource.url}") String databaseUrl, Environment environment) {
        guard = new AddressGuard(settings.networks(), List.of());
        this.environment = environment;
        databasePort = databaseUrl.startsWith(POSTGRES) ? Optional.of(portOf(databaseUrl)) : Optional.empty();
    }

    private static int portOf(String databaseUrl) {
        int port = URI.create(databaseUrl.substring("jdbc:".length())).getPort();
        return port < 0 ? POSTGRES_PORT : port;
    }

    /** Whether a stranger who names this place may make us call it. */
    boolean mayConnect(InetSocketAddress place) {
        InetAddress address = place.getAddress();
        return address != null
                && guard.allows(address)
                && !isDatabase(place.getPort())
                && !(isOwnPort(place.getPort()) && isThisMachine(address));
    }

    private boolean isDatabase(int port) {
        return databasePort.filter(own -> own == port).isPresent();
    }

    private boolean isOwnPort(int port) {
        return OWN_PORTS.stream().anyMatch(name -> String.valueOf(port).equals(environment.getProperty(name)));
    }

    private static boolean isThisMachine(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    /** The address that was checked, which is the one to connect. */
    InetSocketAddress check(CameraUrl url) throws RefusedAddress {
        return check(url.host(), url.port());
    }

    /** The same for a host that is not a camera. */
    InetSocketAddress check(String host, int port) throws RefusedAddress {
        InetSocketAddress checked = guard.check(host, port);
        if (!mayConnect(checked)) {
            throw new RefusedAddress(DATABASE_PORT, "a port of the product or its database");
        }
        return checked;
    }

    /** Why nothing may be fetched from there. */
    Optional<Text> refusalOf(CameraUrl url) {
        try {
            check(url);
            return Optional.empty();
        } catch (RefusedAddress refused) {
            return Optional.of(words(refused));
        }
    }

    static Text words(RefusedAddress refused) {
        return WORDS.getOrDefault(refused.fault().code(), OUTSIDE);
    }
}
