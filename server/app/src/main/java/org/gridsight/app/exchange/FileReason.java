package org.gridsight.app.exchange;

import java.util.Locale;
import java.util.Map;
import org.gridsight.app.kernel.Reason;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.format.FileRefused;

/** Why a file was not taken at all: the code of the refusal, its place in the file, and that nothing was stored. */
record FileReason(FileRefused.Reason kind, String detail) implements Reason {

    private static final Map<FileRefused.Reason, String> ZH = Map.ofEntries(
            Map.entry(FileRefused.Reason.UNKNOWN_FORMAT, "无法识别的文件格式"),
            Map.entry(FileRefused.Reason.TOO_LARGE, "文件过大"),
            Map.entry(FileRefused.Reason.TOO_MANY_ENTRIES, "压缩包内文件过多"),
            Map.entry(FileRefused.Reason.TOO_MANY_ROWS, "行数过多"),
            Map.entry(FileRefused.Reason.TOO_DEEP, "嵌套过深"),
            Map.entry(FileRefused.Reason.ROW_TOO_LONG, "某行过长"),
            Map.entry(FileRefused.Reason.UNSAFE_NAME, "压缩包内有不安全的文件名"),
            Map.entry(FileRefused.Reason.NESTED_ARCHIVE, "压缩包内含压缩包"),
            Map.entry(FileRefused.Reason.SEVERAL_LAYERS, "文件含多个图层,请逐个上传"),
            Map.entry(FileRefused.Reason.FORBIDDEN, "文件含不允许的内容"),
            Map.entry(FileRefused.Reason.TRUNCATED, "文件不完整"),
            Map.entry(FileRefused.Reason.CORRUPT, "文件损坏"),
            Map.entry(FileRefused.Reason.NO_CRS, "文件未注明坐标系,请填写 crs"));

    static FileReason of(FileRefused refused) {
        return new FileReason(refused.reason(), String.valueOf(refused.getMessage()));
    }

    @Override
    public String code() {
        return kind.code();
    }

    @Override
    public int status() {
        return kind == FileRefused.Reason.TOO_LARGE ? 413 : 422;
    }

    @Override
    public Text text() {
        String zh = ZH.getOrDefault(kind, kind.name().toLowerCase(Locale.ROOT));
        return new Text(zh + ",全部未入库。{0}", "Nothing was stored. {0}");
    }
}
