package org.gridsight.media.gb28181;

/** Where a device was last heard: the address its packets came from, which may be that of its router. */
record Peer(String host, int port, boolean tcp) {

    String transport() {
        return tcp ? "tcp" : "udp";
    }

    /** The host as it stands in a URI. */
    String uriHost() {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /** Never printed whole: addresses of cameras stay inside. */
    @Override
    public String toString() {
        return transport() + " peer";
    }
}
