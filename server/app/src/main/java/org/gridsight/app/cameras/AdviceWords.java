package org.gridsight.app.cameras;

import java.util.HashMap;
import java.util.Map;
import org.gridsight.app.kernel.Text;
import org.gridsight.media.MediaFault;
import org.gridsight.media.SoundFormat;
import org.gridsight.media.StreamStep;
import org.gridsight.media.hub.Advice;
import org.gridsight.media.hub.Diagnosis;
import org.jspecify.annotations.Nullable;

/** What people are told to try when no picture comes, when they ask and over the socket of the picture. */
final class AdviceWords {

    /** A sub-stream was asked for and the same pictures came. */
    static final Text SAME_STREAM = new Text(
            "设备没有理会子码流请求,给的仍是主码流:请在设备上开启 H.264 子码流。",
            "The device ignores the wish for its sub-stream and sends the main one: set up an H.264 sub-stream at the device.");

    private AdviceWords() {}

    static Text of(SoundFormat sound) {
        return sound.isPlayed()
                ? new Text("声音({0})随实时画面播放。", "The sound ({0}) is played with the live picture.").with(sound.coding())
                : new Text(
                                "声音编码为 {0},浏览器不能播放,已略过:请在设备上改为 AAC-LC。",
                                "The sound is left out: browsers do not play its coding {0}; set AAC-LC at the device.")
                        .with(sound.coding());
    }

    /** The text frame of a failure; without a step when pictures had come before. */
    static Map<String, Object> frame(Diagnosis trouble) {
        Map<String, Object> failed = new HashMap<>();
        @Nullable StreamStep step = trouble.failedStep();
        failed.put("step", step == null ? null : step.word());
        @Nullable Advice advice = trouble.advice();
        if (advice != null) {
            failed.put("adviceCode", advice.code());
            failed.put("advice", of(advice));
        }
        @Nullable MediaFault cause = trouble.cause();
        if (cause != null) {
            failed.put("cause", cause.code() + ": " + cause.detail());
        }
        return Map.of("failed", failed);
    }

    static Text of(Advice advice) {
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
