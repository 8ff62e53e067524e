package org.gridsight.app.cameras;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.kernel.Text;
import org.gridsight.media.StreamStep;
import org.gridsight.media.hub.Advice;
import org.gridsight.media.hub.Diagnosis;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Says of the last session how far it came, and what to try when no picture came. */
@RestController
class DiagnosisController {

    private final Cameras cameras;
    private final LiveStreams streams;

    DiagnosisController(Cameras cameras, LiveStreams streams) {
        this.cameras = cameras;
        this.streams = streams;
    }

    /** @param cause what the source said, for a technician; never an address */
    record DiagnosisView(
            List<Step> steps,
            Optional<String> failedStep,
            Optional<String> advice,
            Optional<String> adviceCode,
            Optional<String> cause) {}

    record Step(String step, Instant at, boolean ok) {}

    @GetMapping("/api/cameras/{id}/diagnosis")
    DiagnosisView diagnosis(@PathVariable String id, CurrentUser user, Locale locale) {
        Diagnosis found = streams.diagnosis(cameras.find(id, user.scope()), user);
        Optional<Advice> advice = Optional.ofNullable(found.advice());
        return new DiagnosisView(
                found.steps().stream()
                        .map(entry -> new Step(entry.step().word(), entry.at(), entry.ok()))
                        .toList(),
                Optional.ofNullable(found.failedStep()).map(StreamStep::word),
                advice.map(what -> words(what).in(locale)),
                advice.map(Advice::code),
                Optional.ofNullable(found.cause()).map(fault -> fault.code() + ": " + fault.detail()));
    }

    private static Text words(Advice advice) {
        return switch (advice) {
            case CHECK_NETWORK ->
                new Text(
                        "设备联系不上:请检查供电、网络和登记的地址。",
                        "The device cannot be reached: check power, network and the address entered.");
            case CHECK_PASSWORD ->
                new Text("设备拒绝了账号或密码:请重新登记。", "The device refuses user or password: enter them anew.");
            case ADDRESS_NOT_ALLOWED ->
                new Text(
                        "地址不在允许的网段内:请管理员核对 GRIDSIGHT_CAMERA_NETWORKS。",
                        "The address lies outside the allowed networks: ask the administrator for GRIDSIGHT_CAMERA_NETWORKS.");
            case CHECK_CHANNEL ->
                new Text(
                        "设备在线,但没有给出这路视频:请核对路径或通道编号。",
                        "The device is there but does not offer this stream: check path or channel.");
            case CHECK_MEDIA_PATH ->
                new Text(
                        "设备已应答,但收不到视频包:请检查防火墙、地址转换,或改用另一种传输方式。",
                        "The device agreed but no packets arrive: check firewall and NAT, or choose another transport.");
            case CHECK_ENCODING ->
                new Text(
                        "收到的数据不是可用的画面:请把编码改为 H.264,封装改为 PS。",
                        "What arrives is no picture: set the coding to H.264 in PS.");
            case SHORTEN_KEY_INTERVAL ->
                new Text(
                        "一直等不到关键帧:请把设备的关键帧间隔设为 2 秒左右。",
                        "No key picture comes: set the key picture interval of the device to about 2 s.");
            case WAIT_FOR_RETRY -> new Text("视频中断,正在自动重连。", "The stream broke off and is being tried again.");
        };
    }
}
