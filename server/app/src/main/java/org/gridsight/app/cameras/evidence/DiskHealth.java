package org.gridsight.app.cameras.evidence;

import org.gridsight.app.kernel.Text;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** What the disk for clips needs, in words; never a reason to call the product down, since incidents go on. */
@Component("evidenceDisk")
class DiskHealth implements HealthIndicator {

    private static final Text SHORT = new Text(
            "取证磁盘剩余 {0} MB，低于下限 {1} MB：不能保存新录像，请扩容或清理；事件受理不受影响。",
            "{0} MB left on the disk for clips, the floor is {1} MB: no new clip is kept; enlarge the disk or make room."
                    + " Incidents go on.");
    private static final Text FINE = new Text("无需处理。", "Nothing to do.");

    private final EvidenceFolder folder;

    DiskHealth(EvidenceFolder folder) {
        this.folder = folder;
    }

    @Override
    public Health health() {
        long free = folder.freeBytes();
        boolean isShort = folder.isShort();
        Text advice = isShort ? SHORT.with(free >> 20, folder.freeFloor() >> 20) : FINE;
        return Health.up()
                .withDetail("recording", !isShort)
                .withDetail("freeMegabytes", free >> 20)
                .withDetail("zh", advice.zh())
                .withDetail("en", advice.en())
                .build();
    }
}
