package org.gridsight.app;

import org.gridsight.app.kernel.Reason;
import org.gridsight.app.kernel.Text;

/** Why a backup cannot be made by the product itself. */
enum BackupReason implements Reason {
    NOT_EMBEDDED(
            "backup.not-embedded",
            409,
            "数据在 PostGIS 中,请用 docker/backup.sh 备份。",
            "The data lie in PostGIS; back them up with docker/backup.sh.");

    private final String code;
    private final int status;
    private final Text text;

    BackupReason(String code, int status, String zh, String en) {
        this.code = code;
        this.status = status;
        this.text = new Text(zh, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text text() {
        return text;
    }
}
