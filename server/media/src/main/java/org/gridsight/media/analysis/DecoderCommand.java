package org.gridsight.media.analysis;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a child: the same Java, the same classes, also out of Spring Boot's nested jars. */
public final class DecoderCommand {

    private static final String NESTED = "jar:nested:";
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private DecoderCommand() {}

    static List<String> of(DecoderSettings settings) {
        return of(DecoderMain.class, settings.heapMegabytes(), settings.natives());
    }

    /**
     * @param program has a {@code main}
     * @param natives folder where FFmpeg's libraries are unpacked once
     */
    public static List<String> of(Class<?> program, int heapMegabytes, Path natives) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-Xshare:auto", "-Djava.awt.headless=true"));
        // every pointer is freed by hand; the bound on native memory would count FFmpeg's own
        command.add("-Dorg.bytedeco.javacpp.nopointergc=true");
        command.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + natives.toAbsolutePath());
        command.addAll(program(
                program.getName(),
                program.getProtectionDomain().getCodeSource().getLocation().toString()));
        return List.copyOf(command);
    }

    // classes in BOOT-INF/lib can only be found by the launcher of the jar around them
    static List<String> program(String main, String location) {
        if (location.startsWith(NESTED)) {
            String outer = URI.create("file:" + location.substring(NESTED.length(), location.indexOf("/!")))
                    .getPath();
            return List.of("-Dloader.main=" + main, "-cp", outer, LAUNCHER);
        }
        return List.of("-cp", System.getProperty("java.class.path"), main);
    }
}
