package org.gridsight.media.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type as the address of a camera. */
class CameraUrlTest {

    @Test
    void takesAnAddressApart() throws RefusedAddress {
        CameraUrl url =
                CameraUrl.parse(" RTSP://admin:p@ss%2Fw%C3%B6rd@10.1.2.3:8554/cam/realmonitor?channel=1&subtype=0#x ");
        assertThat(url.text()).isEqualTo("rtsp://10.1.2.3:8554/cam/realmonitor?channel=1&subtype=0");
        assertThat(url.credentials()).contains(new Credentials("admin", "p@ss/wörd"));
        assertThat(url.toString()).doesNotContain("p@ss").doesNotContain("10.1.2.3");
        assertThat(url.credentials().orElseThrow()).asString().doesNotContain("admin");
    }

    @Test
    void fillsInWhatIsMissing() throws RefusedAddress {
        assertThat(CameraUrl.parse("rtsp://camera")).isEqualTo(new CameraUrl("camera", 554, "/", Optional.empty()));
        assertThat(CameraUrl.parse("rtsp://[fd12::7]:554?ch=1").text()).isEqualTo("rtsp://[fd12::7]/?ch=1");
        assertThat(CameraUrl.parse("rtsp://u:100%@h/通道").credentials()).contains(new Credentials("u", "100%"));
        assertThat(CameraUrl.parse("rtsp://h/通道").path()).isEqualTo("/%E9%80%9A%E9%81%93");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "concat:rtsp://a/|file:///etc/passwd",
                "subfile,,start,0:rtsp://a/",
                "http://camera/video",
                "rtsps://camera/",
                "gopher://camera/"
            })
    void opensNothingButRtsp(String text) {
        assertThat(code(text)).isEqualTo("address-scheme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "camera",
                "rtsp:",
                "rtsp:camera",
                "rtsp://",
                "rtsp:///path",
                "rtsp://a b/",
                "rtsp://a/\r\nTEARDOWN rtsp://b/",
                "rtsp://a:0/",
                "rtsp://a:99999/",
                "rtsp://a:x/",
                "rtsp://[::1/",
                "rtsp://a;b/"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(code(text)).isEqualTo("address-malformed");
    }

    private static String code(String text) {
        RefusedAddress refused = catchThrowableOfType(RefusedAddress.class, () -> CameraUrl.parse(text));
        assertThat(refused).as(text).isNotNull();
        return refused.fault().code();
    }
}
