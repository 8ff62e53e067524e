package org.gridsight.app.exchange;

import org.gridsight.app.kernel.ListedReason;

/** Refusals of an incident file as a whole. */
enum ImportReason implements ListedReason {
    NO_FILE(
            "import.no-file",
            422,
            "缺少文件:请以 multipart 字段 file 上传。",
            "There is no file: send it as the multipart field file."),
    FILE("import.file-refused", 422, "文件未导入:{0}", "The file was not imported: {0}"),
    NOT_SET_UP(
            "import.place-not-set-up",
            409,
            "还没有网格,请先设置地方与网格。",
            "There are no grids yet: set up the place and its grids first.");

    private final Words words;

    ImportReason(String code, int status, String zh, String en) {
        this.words = Words.of(code, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
