package org.gridsight.app.cameras;

import org.gridsight.app.kernel.ListedReason;

/** Refusals of the camera room. */
enum CameraReason implements ListedReason {
    NOT_FOUND("camera.not-found", 404, "没有找到摄像机 {0}。", "There is no camera {0}."),
    EXISTS(
            "camera.exists",
            409,
            "编号 {0} 已登记,请改用 PATCH 修改或换一个编号。",
            "A camera with the id {0} is registered already; change it with PATCH or choose another id."),
    STALE_VERSION(
            "camera.stale-version",
            409,
            "摄像机刚被他人更改(现为第 {0} 版),请对照 current 后重试。",
            "Somebody has just changed this camera (now version {0}); compare with current and try again."),
    TICKET_REQUIRED(
            "camera.ticket-required",
            403,
            "查看画面须先说明用途和理由:POST /api/cameras/<id>/tickets。",
            "Pictures need a ticket: tell purpose and reason in POST /api/cameras/<id>/tickets."),
    TICKET_REFUSED(
            "camera.ticket-refused",
            403,
            "调阅凭证已过期、已失效,或属于他人或其他摄像机,请重新申请。",
            "This ticket has expired, was withdrawn, or belongs to another person or camera; ask for a new one."),
    FORBIDDEN_PLACE(
            "camera.forbidden-place",
            403,
            "该摄像机对着法律禁止采集的场所,任何理由都不能查看。",
            "This camera looks at a place where the law allows no pictures, whatever the reason."),
    MASKED(
            "camera.masked",
            403,
            "该摄像机设有隐私遮挡,但尚未划定遮挡区,暂不能查看;请视频管理员划定。",
            "This camera has privacy masks, but nobody has drawn them yet, so nothing of it may be shown; ask the video manager."),
    MASKED_HEAD(
            "camera.masked-head",
            403,
            "该摄像机设有隐私遮挡,转动会露出被遮挡处;请有权查看的人员转动。",
            "This camera has privacy masks, and turning it would show what they hide; ask somebody who may see behind them."),
    NO_SUB_STREAM("camera.no-sub-stream", 409, "该摄像机没有子码流。", "This camera has no sub-stream."),
    MASKED_STILLS(
            "camera.masked-stills",
            409,
            "同时遮挡的视频已满,请改看遮挡后的截图,或稍后再试。",
            "Too many masked streams run already; look at masked snapshots, or try again later."),
    MASKED_RECORDING(
            "camera.masked-recording",
            403,
            "该摄像机设有隐私遮挡，而设备录像没有遮挡，您不能直接回放；请把需要的时段存为取证录像，再申请导出带遮挡的副本。",
            "This camera has privacy masks, but its device's recording has none, so you may not play it back; keep the span as"
                    + " a clip and ask for a masked copy."),
    NO_RECORDINGS(
            "camera.no-recordings",
            409,
            "只有国标（GB/T 28181）设备的录像可以在这里回放和快进；RTSP 摄像机的录像请到其录像机上查看。",
            "Only recordings of GB/T 28181 devices can be played and wound here; those of an RTSP camera are at its recorder."),
    NO_PICTURE(
            "camera.no-picture",
            409,
            "没有取到画面,原因见 /api/cameras/<id>/diagnosis。",
            "No picture came; /api/cameras/<id>/diagnosis says why."),
    NO_STILL("camera.no-still", 409, "画面无法解码({0}),稍后再试。", "The picture could not be decoded ({0}); try again later."),
    NOT_TURNABLE(
            "camera.not-turnable",
            409,
            "该摄像机不能遥控:仅国标设备的云台可以转动。",
            "This camera cannot be turned: only GB/T 28181 cameras with a pan-tilt head can."),
    NOT_SIGNED_IN("camera.not-signed-in", 409, "设备未注册上线,稍后再试。", "The device is not signed in; try again later."),
    TURN_REFUSED("camera.turn-refused", 409, "设备没有接受转动指令。", "The device did not take the order to turn."),
    NO_DEVICE(
            "camera.no-device",
            409,
            "该摄像机不是国标设备的通道,没有设备端录像和预置位可查。",
            "This camera is no channel of a GB/T 28181 device, so there is no device to ask for recordings or presets."),
    DEVICE_CANNOT(
            "camera.device-cannot",
            409,
            "设备不支持该查询,或拒绝回答。",
            "The device does not know this question, or refuses to answer it."),
    DEVICE_SILENT(
            "camera.device-silent", 409, "设备没有在时限内回答,稍后再试。", "The device did not answer in time; try again later."),
    RECORDINGS_SPAN(
            "camera.recordings-span",
            409,
            "查询录像的时段须起早于止,最长 {0} 天。",
            "The time asked for must begin before it ends and be at most {0} days long."),
    AIM_NO_POSITION(
            "camera.aim-no-position",
            409,
            "还不知道该摄像机装在哪里,无法对准。请视频管理员先标出位置。",
            "Nobody has said where this camera stands, so it cannot aim; let the video manager place it on the map."),
    AIM_OUT_OF_REACH(
            "camera.aim-out-of-reach",
            409,
            "该处距摄像机 {0} m,超出其可视距离({1} m)。",
            "The place is {0} m away; this camera sees {1} m."),
    AIM_NO_ZERO(
            "camera.aim-no-zero",
            409,
            "无法自动对准:不知道云台零位的朝向,也没有登记预置位的朝向。请视频管理员在摄像机面板中标注其一。",
            "It cannot aim by itself: neither the heading of its pan zero nor the direction of a preset is known. Let the"
                    + " video manager note one of them in the camera's panel."),
    AIM_NO_PRESETS(
            "camera.aim-no-presets",
            409,
            "无法自动对准:该设备(2016 版国标)只能调用预置位,而预置位的朝向尚未登记。请视频管理员在摄像机面板中标注。",
            "It cannot aim by itself: this device (the 2016 text) turns to presets only, and no preset's direction is"
                    + " known. Let the video manager note them in the camera's panel."),
    AIM_NO_PRESET_LOOKS(
            "camera.aim-no-preset",
            409,
            "已登记的 {0} 个预置位都看不到该处(方位 {1}°)。请手动转动。",
            "None of the {0} known presets looks there (bearing {1}°); turn it by hand.");

    private final Words words;

    CameraReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
