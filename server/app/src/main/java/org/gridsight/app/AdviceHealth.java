package org.gridsight.app;

import java.io.File;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.kernel.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The state of the product in sentences that say what to do; only the signed-in see them. */
@Component("advice")
class AdviceHealth implements HealthIndicator {

    private static final long LITTLE_BYTES = 1L << 30;
    private static final long NONE_BYTES = 64L << 20;
    private static final Text NO_GRIDS = new Text(
            "还没有网格:请打开 /setup 设置地方并导入或生成网格。", "No grids yet: open /setup, set the place, import or generate grids.");
    private static final Text LITTLE = new Text(
            "数据目录剩余 {0} MB:请清理旧备份或扩容。", "{0} MB left in the data directory: remove old backups or enlarge the disk.");
    private static final Text FINE = new Text("无需处理。", "Nothing to do.");

    private final Grids grids;
    private final File dataDir;

    AdviceHealth(Grids grids, @Value("${gridsight.data-dir}") String dataDir) {
        this.grids = grids;
        this.dataDir = new File(dataDir);
    }

    @Override
    public Health health() {
        long free = dataDir.exists() ? dataDir.getUsableSpace() : Long.MAX_VALUE;
        if (free < LITTLE_BYTES) {
            Text advice = LITTLE.with(Long.toString(free >> 20));
            return say(free < NONE_BYTES ? Health.down() : Health.up(), advice);
        }
        return say(Health.up(), grids.isSetUp() ? FINE : NO_GRIDS);
    }

    private static Health say(Health.Builder health, Text advice) {
        return health.withDetail("zh", advice.zh())
                .withDetail("en", advice.en())
                .build();
    }
}
