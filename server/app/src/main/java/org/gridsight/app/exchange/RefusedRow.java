package org.gridsight.app.exchange;

import java.util.Map;
import org.gridsight.app.kernel.Text;
import org.gridsight.gisdata.format.RowFault;

/**
 * A row that did not go in.
 *
 * @param row from 1, as in the file
 * @param code stays the same, for programs
 * @param blocking false when the row is merely none of ours and the others may go in without it
 */
record RefusedRow(long row, String code, Text reason, boolean blocking) {

    private static final Map<RowFault.Code, String> ZH = Map.ofEntries(
            Map.entry(RowFault.Code.FIELD_COUNT, "字段数不符"),
            Map.entry(RowFault.Code.TEXT, "文字无法解码"),
            Map.entry(RowFault.Code.NUMBER, "不是数字"),
            Map.entry(RowFault.Code.BAD_CODE, "代码有误"),
            Map.entry(RowFault.Code.DUPLICATE_CODE, "代码重复"),
            Map.entry(RowFault.Code.NO_NAME, "缺少名称"),
            Map.entry(RowFault.Code.NO_GEOMETRY, "没有图形"),
            Map.entry(RowFault.Code.UNREADABLE_GEOMETRY, "图形无法读取"),
            Map.entry(RowFault.Code.NOT_FINITE, "坐标不是有限数"),
            Map.entry(RowFault.Code.OFF_THE_EARTH, "坐标超出范围,请核对坐标系"),
            Map.entry(RowFault.Code.NOT_CLOSED, "环未闭合"),
            Map.entry(RowFault.Code.SELF_CROSSING, "边界自相交"),
            Map.entry(RowFault.Code.INVALID, "图形无效"),
            Map.entry(RowFault.Code.TOO_MANY_VERTICES, "节点过多"));

    static RefusedRow of(RowFault fault) {
        String zh = ZH.getOrDefault(fault.code(), "有误");
        return new RefusedRow(
                fault.row(), fault.code().code(), new Text(zh + ":" + fault.detail(), fault.detail()), true);
    }

    static RefusedRow of(long row, RowFault.Code code, Text reason) {
        return new RefusedRow(row, code.code(), reason, true);
    }
}
