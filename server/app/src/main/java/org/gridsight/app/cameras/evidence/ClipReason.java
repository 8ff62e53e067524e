package org.gridsight.app.cameras.evidence;

import org.gridsight.app.kernel.ListedReason;

/** Refusals about clips. */
enum ClipReason implements ListedReason {
    NOT_FOUND("clip.not-found", 404, "没有找到录像 {0}。", "There is no clip {0}."),
    CAMERA_NOT_FOUND("clip.camera-not-found", 404, "没有找到摄像机 {0}。", "There is no camera {0}."),
    NOT_READY("clip.not-ready", 409, "录像尚未录完或没有画面,稍后再试。", "The clip is still being recorded, or holds no picture."),
    DELETED(
            "clip.deleted",
            409,
            "录像已按留存规定删除,删除记录见本条。",
            "The clip was deleted by the rules of retention; its record says when and why."),
    MASKED(
            "clip.masked",
            403,
            "该摄像机设有隐私遮挡,您不能播放未遮挡的原始录像;请申请导出,导出件带遮挡和水印。",
            "This camera has privacy masks, so you may not play the unmasked original; ask for an export, which is masked and"
                    + " watermarked."),
    TOO_MANY_AT_ONCE(
            "clip.too-many-at-once",
            409,
            "同时取证的录像已达上限,请等其中一段结束。",
            "Too many clips are being recorded; wait until one has ended."),
    DISK_FULL(
            "clip.disk-full",
            409,
            "取证磁盘空间不足,不能开始录像;已有录像不受影响。",
            "The disk for clips is full; none can be begun, those there are kept."),
    NO_RECORDINGS(
            "clip.no-recordings",
            409,
            "该摄像机不是国标设备的通道,没有设备端录像可取。",
            "This camera is no channel of a GB/T 28181 device, so there is no recording to fetch."),
    OTHER_PURPOSE(
            "clip.other-purpose",
            403,
            "调阅凭证不是为这个事件申请的,不能据此留存录像;请以\"事件处置\"为用途、就本事件重新申请。",
            "This ticket was not given for this incident, so nothing may be kept with it; ask for one for the incident."),
    NOT_RECORDING("clip.not-recording", 409, "这段录像没有在录制。", "This clip is not being recorded."),
    HOLD_NOT_FOUND("clip.hold-not-found", 404, "没有找到有效的留存锁定 {0}。", "There is no hold {0} in force."),
    EXPORT_NOT_FOUND("clip.export-not-found", 404, "没有找到导出申请 {0}。", "There is no export {0}."),
    CHAIN_BROKEN(
            "clip.chain-broken",
            409,
            "录像与校验链不符,不能导出。",
            "The clip does not fit its chain any more; it cannot be exported."),
    EXPORT_DECIDED("clip.export-decided", 409, "这份导出申请已经处理过。", "This export has been decided already."),
    SECOND_PERSON(
            "clip.second-person",
            403,
            "不能批准自己的导出申请,须由另一人批准。",
            "Nobody approves his own export; a second person has to."),
    EXPORT_NOT_READY(
            "clip.export-not-ready",
            409,
            "导出件尚未生成、已过期或未获批准。",
            "The copy is not made yet, has expired or was not approved."),
    EXPORT_UNMASKED(
            "clip.export-unmasked",
            409,
            "这份导出件生成之后,该摄像机的遮挡区有变更,不能再下载;请重新申请导出。",
            "The masks of this camera have changed since this copy was made, so it cannot be fetched any more; ask for a new"
                    + " export."),
    NOT_REQUESTER("clip.not-requester", 403, "导出件只能由申请人下载。", "Only who asked for an export may download it."),
    NO_MASKS_DRAWN(
            "clip.no-masks-drawn",
            409,
            "该摄像机需要遮挡但尚未划定遮挡区,不能导出。",
            "This camera is masked, but nobody has drawn where; it cannot be exported.");

    private final Words words;

    ClipReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
