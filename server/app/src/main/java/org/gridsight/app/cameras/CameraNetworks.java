package org.gridsight.app.cameras;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where cameras may lie. Asked when an address is entered and again of the very address that is connected. */
@Component
class CameraNetworks {

    private static final int POSTGRES_PORT = 5432;
    private static final String POSTGRES = "jdbc:postgresql:";

    private final List<Network> networks;
    private final Optional<Integer> databasePort;

    CameraNetworks(CameraSettings settings, @Value("${spring.datasource.url}") String databaseUrl) {
        networks = settings.networks().stream().map(Network::parse).toList();
        databasePort = databaseUrl.startsWith(POSTGRES) ? Optional.of(portOf(databaseUrl)) : Optional.empty();
    }

    private static int portOf(String databaseUrl) {
        int port = URI.create(databaseUrl.substring("jdbc:".length())).getPort();
        return port < 0 ? POSTGRES_PORT : port;
    }

    boolean allows(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** Why nothing may be fetched from there; every address of the name must be allowed. */
    Optional<Text> refusalOf(String host, int port) {
        if (databasePort.filter(own -> own == port).isPresent()) {
            return Optional.of(new Text("端口 {0} 是数据库端口。", "port {0} is the database's").with(Integer.toString(port)));
        }
        try {
            boolean allowed = Arrays.stream(InetAddress.getAllByName(host)).allMatch(this::allows);
            return allowed
                    ? Optional.empty()
                    : Optional.of(
                            new Text(
                                    "地址不在允许的摄像机网段内,请管理员核对 GRIDSIGHT_CAMERA_NETWORKS。",
                                    "the address lies outside the networks of GRIDSIGHT_CAMERA_NETWORKS; ask the administrator"));
        } catch (UnknownHostException e) {
            return Optional.of(new Text("主机名无法解析。", "the host name cannot be resolved"));
        }
    }
}
