package org.gridsight.media.gb28181;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a simulated device remembers: recordings, told newest first and one to a message, and presets. */
final class DeviceMemory {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Response>\r\n";

    private final List<String> recordings = new CopyOnWriteArrayList<>();
    private final TreeMap<Integer, String> presets = new TreeMap<>();

    void keep(List<String> localTimes) {
        recordings.clear();
        recordings.addAll(localTimes);
    }

    /** Without any of its own it has recorded all the time. */
    List<String> recordings(SipMessage query) {
        List<String> kept =
                recordings.isEmpty() ? List.of(query.tag("StartTime"), query.tag("EndTime")) : List.copyOf(recordings);
        List<String> told = new ArrayList<>();
        for (int i = 0; i + 1 < kept.size(); i += 2) {
            String item = "<Item><DeviceID>" + query.tag("DeviceID") + "</DeviceID><Name>东桥录像</Name><StartTime>"
                    + kept.get(i) + "</StartTime><EndTime>" + kept.get(i + 1)
                    + "</EndTime><Secrecy>0</Secrecy><Type>time</Type></Item>\r\n";
            told.add(answer("RecordInfo", query)
                    + "<Name>东桥球机</Name>\r\n<SumNum>" + kept.size() / 2 + "</SumNum>\r\n<RecordList Num=\"1\">\r\n"
                    + item + "</RecordList>\r\n</Response>\r\n");
        }
        Collections.reverse(told);
        return told;
    }

    private static String answer(String command, SipMessage query) {
        return HEAD + "<CmdType>" + command + "</CmdType>\r\n<SN>" + query.tag("SN") + "</SN>\r\n<DeviceID>"
                + query.tag("DeviceID") + "</DeviceID>\r\n";
    }

    /** Stores and forgets presets under names of its own, as devices do. */
    synchronized void order(String digits) {
        int number = Integer.parseInt(digits.substring(10, 12), 16);
        Optional.of(digits.substring(6, 8))
                .filter("81"::equals)
                .ifPresent(store -> presets.put(number, "预置点" + number));
        Optional.of(digits.substring(6, 8)).filter("83"::equals).ifPresent(forget -> presets.remove(number));
    }

    synchronized String presets(SipMessage query) {
        StringBuilder items = new StringBuilder();
        presets.forEach((number, name) -> items.append("<Item><PresetID>")
                .append(number)
                .append("</PresetID><PresetName>")
                .append(name)
                .append("</PresetName></Item>\r\n"));
        return answer("PresetQuery", query) + "<PresetList Num=\"" + presets.size() + "\">\r\n" + items
                + "</PresetList>\r\n</Response>\r\n";
    }
}
