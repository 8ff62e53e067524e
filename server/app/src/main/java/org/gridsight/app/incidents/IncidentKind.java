package org.gridsight.app.incidents;

import org.gridsight.app.kernel.Text;

/** What sort of matter an incident is (domain.md section 3). */
public enum IncidentKind {
    DISPUTE(new Text("矛盾纠纷", "Dispute")),
    HAZARD(new Text("安全隐患", "Safety hazard")),
    SANITATION(new Text("环境卫生", "Sanitation")),
    FOREST_FIRE(new Text("森林防火", "Forest fire")),
    SECURITY(new Text("治安", "Public security")),
    HELP(new Text("民生求助", "Call for help")),
    TRAFFIC(new Text("道路交通", "Road traffic")),
    FLOOD(new Text("防汛", "Flood")),
    FACILITY(new Text("公共设施", "Public facility")),
    CAMERA_FAULT(new Text("设备故障", "Camera fault")),
    OTHER(new Text("其他", "Other"));

    private final Text text;

    IncidentKind(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }

    /** Stands for the title on the wall: people write names and numbers there. */
    String wallTitle() {
        return text.zh();
    }
}
