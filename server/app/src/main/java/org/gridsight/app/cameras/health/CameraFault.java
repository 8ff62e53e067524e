package org.gridsight.app.cameras.health;

import org.gridsight.app.incidents.IncidentSource;
import org.gridsight.app.kernel.Text;
import org.gridsight.media.analysis.PictureFault;

/** What can be wrong with a camera, worst first. */
enum CameraFault {
    NO_PICTURE(IncidentSource.IOT, "无画面", "no picture", "设备在线，但取不到画面；请检查码流、通道和口令。"),
    BLACK(IncidentSource.VIDEO_ALARM, "黑屏", "black", "画面几乎全黑；请检查镜头盖、补光和感光元件。"),
    COVERED(IncidentSource.VIDEO_ALARM, "遮挡", "covered", "镜头前有遮挡物；请到现场清除。"),
    FROZEN(IncidentSource.VIDEO_ALARM, "画面冻结", "frozen", "画面长时间一成不变；请重启设备。"),
    BLURRED(IncidentSource.VIDEO_ALARM, "模糊", "blurred", "画面没有清晰边缘；请清洁镜头、检查对焦。"),
    MOVED(IncidentSource.VIDEO_ALARM, "视角偏移", "moved", "摄像机已不对着原来的方向；请到现场校正。"),
    CLOCK_DRIFT(IncidentSource.IOT, "时钟偏差", "clock drift", "设备时钟偏差过大；请为设备设置校时。");

    private final IncidentSource source;
    private final Text text;
    private final String advice;

    CameraFault(IncidentSource source, String zh, String en, String advice) {
        this.source = source;
        this.text = new Text(zh, en);
        this.advice = advice;
    }

    static CameraFault of(PictureFault fault) {
        return valueOf(fault.name());
    }

    boolean isOfPicture() {
        return this != NO_PICTURE && this != CLOCK_DRIFT;
    }

    IncidentSource source() {
        return source;
    }

    Text text() {
        return text;
    }

    /** What to do, for the description of the case. */
    String advice() {
        return advice;
    }
}
