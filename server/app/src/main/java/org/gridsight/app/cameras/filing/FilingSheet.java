package org.gridsight.app.cameras.filing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register as CSV, in the words of the form that the police take. */
final class FilingSheet {

    /** The mark by which spreadsheets know UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final String TITLE = "摄像机编号,名称,状态,首次使用日期,应备案日期,剩余天数,备案日期,备案编号,备案公安机关," + "视频图像存储天数,设备类型,经度,纬度,变更日期";

    private FilingSheet() {}

    static String of(List<FilingView> items) {
        return MARK + TITLE + "\r\n" + items.stream().map(FilingSheet::line).collect(Collectors.joining());
    }

    private static String line(FilingView view) {
        return Stream.of(
                                view.cameraId(),
                                view.name(),
                                view.state().text().in(Locale.CHINESE),
                                text(view.firstUsedOn()),
                                text(view.dueOn()),
                                text(view.daysLeft()),
                                text(view.filedOn()),
                                text(view.filingNumber()),
                                text(view.policeOffice()),
                                text(view.storageDays()),
                                text(view.deviceType()),
                                text(view.location()
                                        .map(point -> point.coordinates().get(0))),
                                text(view.location()
                                        .map(point -> point.coordinates().get(1))),
                                text(view.changedOn()))
                        .map(FilingSheet::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    /** Quoted; what a spreadsheet would take for a formula is made plain text, but a number stays one. */
    private static String cell(String text) {
        boolean number = text.matches("-?\\d+(\\.\\d+)?");
        boolean formula = !number && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
