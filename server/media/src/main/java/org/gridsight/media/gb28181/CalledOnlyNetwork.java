package org.gridsight.media.gb28181;

import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * Sockets for JAIN-SIP that never call out over TCP: devices call us. So no header of a stranger can make the server connect
 * anywhere, and a device whose connection is gone is known to be gone at once.
 */
class CalledOnlyNetwork implements NetworkLayer {

    private final Faults faults;

    CalledOnlyNetwork(Faults faults) {
        this.faults = faults;
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress at) throws IOException {
        return new ServerSocket(port, Math.max(backlog, 512), at);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw gone();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from) throws IOException {
        throw gone();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        throw gone();
    }

    @Override
    public DatagramSocket createDatagramSocket() throws SocketException {
        return new DatagramSocket();
    }

    @Override
    public DatagramSocket createDatagramSocket(int port, InetAddress at) throws SocketException {
        return new MeteredDatagrams(port, at, faults);
    }

    @Override
    public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress at) throws IOException {
        throw new IOException("TLS is not offered");
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress host, int port) throws IOException {
        throw gone();
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress host, int port, InetAddress from) throws IOException {
        throw gone();
    }

    @Override
    public void setSipStack(SipStackImpl stack) {}

    private static IOException gone() {
        return new IOException("the device's connection is gone");
    }
}
