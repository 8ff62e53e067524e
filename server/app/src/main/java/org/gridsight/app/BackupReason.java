package org.gridsight.app;

import org.gridsight.app.kernel.ListedReason;

/** Why a backup cannot be made by the product itself. */
enum BackupReason implements ListedReason {
    NOT_EMBEDDED(
            "backup.not-embedded",
            409,
            "数据在 PostGIS 中,请用 docker/backup.sh 备份。",
            "The data lie in PostGIS; back them up with docker/backup.sh.");

    private final Words words;

    BackupReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
