package org.gridsight.media.analysis;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the child: the same Java, the same classes, also out of Spring Boot's nested jars. */
final class DecoderCommand {

    private static final String NESTED = "jar:nested:";
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private DecoderCommand() {}

    static List<String> of(DecoderSettings settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + settings.heapMegabytes() + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-Xshare:auto", "-Djava.awt.headless=true"));
        // every pointer is freed by hand; the bound on native memory would count FFmpeg's own
        command.add("-Dorg.bytedeco.javacpp.nopointergc=true");
        command.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + settings.natives().toAbsolutePath());
        command.addAll(program(DecoderMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        return List.copyOf(command);
    }

    // classes in BOOT-INF/lib can only be found by the launcher of the jar around them
    static List<String> program(String location) {
        String main = DecoderMain.class.getName();
        if (location.startsWith(NESTED)) {
            String outer = URI.create("file:" + location.substring(NESTED.length(), location.indexOf("/!")))
                    .getPath();
            return List.of("-Dloader.main=" + main, "-cp", outer, LAUNCHER);
        }
        return List.of("-cp", System.getProperty("java.class.path"), main);
    }
}
