package org.gridsight.app.incidents;

import org.gridsight.app.kernel.Text;

/** The channel an incident came by (domain.md section 3). */
public enum IncidentSource {
    GRID_PATROL(new Text("网格员巡查", "Grid patrol")),
    PUBLIC_REPORT(new Text("群众上报", "Public report")),
    IOT(new Text("物联网感知", "Sensor")),
    SUPERIOR(new Text("上级指示", "Instruction from above")),
    WINDOW(new Text("窗口", "Service window")),
    HOTLINE_12345(new Text("12345 热线", "12345 hotline")),
    PETITION(new Text("信访", "Petition")),
    POLICE_TRANSFER(new Text("非警务警情", "Passed on by police")),
    VIDEO_ALARM(new Text("视频告警", "Video alarm")),
    VILLAGE_PLATFORM(new Text("村级平台", "Village platform"));

    private final Text text;

    IncidentSource(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
