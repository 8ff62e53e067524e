"""A camera of GStreamer's RTSP server for the tests: prints its port, serves until its standard input closes.

Ends with 3 and one line on standard error when something it needs is not installed.
"""

import sys
import threading

try:
    import gi

    for name, version in (("Gst", "1.0"), ("GstRtsp", "1.0"), ("GstRtspServer", "1.0")):
        gi.require_version(name, version)
    from gi.repository import GLib, Gst, GstRtsp, GstRtspServer
except (ImportError, ValueError) as problem:
    print("missing: " + str(problem), file=sys.stderr)
    sys.exit(3)

Gst.init(None)
for element in ("videotestsrc", "x264enc", "x265enc", "rtph264pay", "rtph265pay"):
    if Gst.ElementFactory.find(element) is None:
        print("missing: GStreamer's element " + element, file=sys.stderr)
        sys.exit(3)

SOURCE = "videotestsrc is-live=true pattern=ball ! video/x-raw,width=320,height=180,framerate=25/1"
H264 = SOURCE + " ! x264enc speed-preset=ultrafast key-int-max=25 bitrate=500 "
PATHS = {
    "/h264": H264 + "tune=zerolatency ! rtph264pay name=pay0 pt=96",
    "/bframes": H264 + "bframes=2 b-adapt=false ! rtph264pay name=pay0 pt=96 config-interval=-1",
    "/h265": SOURCE
    + " ! x265enc speed-preset=ultrafast tune=zerolatency key-int-max=25 bitrate=500 ! rtph265pay name=pay0 pt=97",
}

server = GstRtspServer.RTSPServer()
server.set_address("127.0.0.1")
server.set_service("0")
mounts = server.get_mount_points()
for path, pipeline in PATHS.items():
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch("( " + pipeline + " )")
    factory.set_shared(True)
    rights = GstRtspServer.RTSPPermissions()
    rights.add_role("operator")
    for right in ("media.factory.access", "media.factory.construct"):
        rights.add_permission_for_role("operator", right, True)
    factory.set_permissions(rights)
    mounts.add_factory(path, factory)

token = GstRtspServer.RTSPToken()
token.set_string("media.factory.role", "operator")
auth = GstRtspServer.RTSPAuth()
auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
auth.add_digest("operator", "secret:/@", token)
server.set_auth(auth)
server.attach(None)
print(server.get_bound_port(), flush=True)

loop = GLib.MainLoop()


def end_with_input():
    """The test closes the pipe, or is gone."""
    sys.stdin.read()
    GLib.idle_add(loop.quit)


threading.Thread(target=end_with_input, daemon=True).start()
loop.run()
