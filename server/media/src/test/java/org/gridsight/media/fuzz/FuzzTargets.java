package org.gridsight.media.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.gridsight.media.fmp4.LayoutFuzz;
import org.gridsight.media.gb28181.SipFuzz;
import org.gridsight.media.net.CameraUrl;
import org.gridsight.media.net.RefusedAddress;
import org.gridsight.media.ps.PsFuzz;
import org.gridsight.media.rtsp.RtspFuzz;

/** All entries; a new parser has to stand here. */
final class FuzzTargets {

    private FuzzTargets() {}

    static List<FuzzTarget> all() {
        return Stream.of(SipFuzz.targets(), RtspFuzz.targets(), PsFuzz.targets(), LayoutFuzz.targets(), addresses())
                .flatMap(List::stream)
                .toList();
    }

    static FuzzTarget find(String name) {
        return all().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fuzz target " + name));
    }

    private static List<FuzzTarget> addresses() {
        List<String> seeds = List.of(
                "rtsp://admin:p%40ss@10.1.2.3:8554/cam/realmonitor?channel=1&subtype=0#x",
                "rtsp://[fe80::1%25eth0]:554/1", "file:///etc/passwd", "concat:rtsp://a|rtsp://b");
        return List.of(FuzzTarget.ofTexts("camera-url", seeds, bytes -> {
            try {
                CameraUrl url = CameraUrl.parse(new String(bytes, StandardCharsets.UTF_8));
                FuzzTarget.require(url.text().startsWith("rtsp://"), "only rtsp is opened");
                FuzzTarget.require(url.port() > 0 && url.port() < 65_536, "a port");
                FuzzTarget.require(url.text().chars().noneMatch(c -> c <= ' '), "no second request in an address");
            } catch (RefusedAddress refused) {
                FuzzTarget.require(!refused.fault().code().isEmpty(), "a refusal has a code");
            }
        }));
    }
}
