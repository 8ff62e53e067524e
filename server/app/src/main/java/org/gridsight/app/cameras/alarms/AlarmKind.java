package org.gridsight.app.cameras.alarms;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridsight.app.incidents.IncidentKind;
import org.gridsight.app.kernel.Text;
import org.gridsight.media.gb28181.Alarm;

/**
 * What an alarm is about, by method and type of GB/T 28181 (9.4). The standard's loitering (5/8), counting (5/9) and fast
 * movement (5/12) are about persons and have no constant here, on purpose; nor has what the standard does not name.
 */
enum AlarmKind {
    DEVICE_ALARM(2, 0, IncidentKind.OTHER, "设备报警", "device alarm"),
    VIDEO_LOSS(2, 1, IncidentKind.CAMERA_FAULT, "视频丢失", "video lost"),
    TAMPERING(2, 2, IncidentKind.CAMERA_FAULT, "设备被拆动", "device tampered with"),
    DISK_FULL(2, 3, IncidentKind.CAMERA_FAULT, "存储已满", "disk full"),
    TOO_HOT(2, 4, IncidentKind.CAMERA_FAULT, "设备高温", "device too hot"),
    TOO_COLD(2, 5, IncidentKind.CAMERA_FAULT, "设备低温", "device too cold"),
    BY_HAND(5, 1, IncidentKind.SECURITY, "人工视频报警", "alarm raised by hand"),
    MOTION(5, 2, IncidentKind.OTHER, "画面移动", "motion"),
    LEFT_OBJECT(5, 3, IncidentKind.HAZARD, "遗留物", "object left behind"),
    REMOVED_OBJECT(5, 4, IncidentKind.SECURITY, "物体移除", "object removed"),
    TRIPWIRE(5, 5, IncidentKind.SECURITY, "绊线", "tripwire crossed"),
    INTRUSION(5, 6, IncidentKind.SECURITY, "区域入侵", "intrusion"),
    WRONG_WAY(5, 7, IncidentKind.TRAFFIC, "逆行", "wrong way"),
    CROWDED(5, 10, IncidentKind.SECURITY, "密度过高", "crowded"),
    PICTURE_ABNORMAL(5, 11, IncidentKind.CAMERA_FAULT, "画面异常", "picture abnormal"),
    DEVICE_FAULT(6, 0, IncidentKind.CAMERA_FAULT, "设备故障", "device fault"),
    DISK_FAULT(6, 1, IncidentKind.CAMERA_FAULT, "存储盘故障", "disk fault"),
    FAN_FAULT(6, 2, IncidentKind.CAMERA_FAULT, "风扇故障", "fan fault"),
    OTHER(7, 0, IncidentKind.OTHER, "其他报警", "other alarm");

    private final int method;
    private final int type;
    private final IncidentKind incidentKind;
    private final Text text;

    AlarmKind(int method, int type, IncidentKind incidentKind, String zh, String en) {
        this.method = method;
        this.type = type;
        this.incidentKind = incidentKind;
        this.text = new Text(zh, en);
    }

    /** Empty for what must not become anything. A type that nobody knows is still a device's alarm or fault. */
    static Optional<AlarmKind> of(Alarm alarm) {
        Optional<AlarmKind> named = Arrays.stream(values())
                .filter(kind -> kind.method == alarm.method() && kind.type == alarm.type())
                .findFirst();
        return named.or(() -> Stream.of(DEVICE_ALARM, DEVICE_FAULT)
                .filter(kind -> kind.method == alarm.method())
                .findFirst());
    }

    IncidentKind incidentKind() {
        return incidentKind;
    }

    Text text() {
        return text;
    }
}
