package org.gridsight.media.gb28181;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Sockets for JAIN-SIP that call one place only, the upper platform whose address has been checked. */
final class OneTargetNetwork extends CalledOnlyNetwork {

    private static final int PATIENCE_MILLIS = 5_000;

    private volatile @Nullable InetSocketAddress target;

    OneTargetNetwork(Faults faults) {
        super(faults);
    }

    void setTarget(InetSocketAddress checked) {
        target = checked;
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        InetSocketAddress wanted = new InetSocketAddress(host, port);
        if (!wanted.equals(target)) {
            return super.createSocket(host, port);
        }
        Socket socket = new Socket();
        try {
            socket.setKeepAlive(true);
            socket.connect(wanted, PATIENCE_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }
}
