package org.gridsight.app;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * The files that the worker page needs to open without a network, found by following its own links and imports: no list
 * is kept by hand, so none can be forgotten. The version changes with any byte of any of them.
 */
@Component
class FieldShell {

    static final String PAGE = "/field";

    private static final String PAGE_FILE = "/field.html";
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"(/src/[^\"]+)\"");
    private static final Pattern IMPORT =
            Pattern.compile("(?:^|\\n)(?:import|export)\\s[^;]*?from\\s*['\"](\\.[^'\"]+)['\"]"
                    + "|import\\(\\s*['\"](\\.[^'\"]+)['\"]\\s*\\)");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    /** One file as the browser asks for it, and what its bytes must hash to. */
    record ShellFile(String path, String sha256) {}

    /** Everything of one version. */
    record Shell(String version, List<ShellFile> files) {}

    private final ResourceLoader resources;
    private final Shell shell;

    FieldShell(ResourceLoader resources) throws IOException {
        this.resources = resources;
        List<ShellFile> files = new ArrayList<>();
        for (String path : reachable()) {
            files.add(new ShellFile(path.equals(PAGE_FILE) ? PAGE : path, sha256(bytesOf(path))));
        }
        String all = files.toString();
        shell = new Shell(sha256(all.getBytes(StandardCharsets.UTF_8)).substring(0, 16), List.copyOf(files));
    }

    Shell shell() {
        return shell;
    }

    byte[] bytesOf(String path) throws IOException {
        Resource file = resources.getResource("classpath:/static" + (path.equals(PAGE) ? PAGE_FILE : path));
        return file.getContentAsByteArray();
    }

    private Set<String> reachable() throws IOException {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(PAGE_FILE));
        while (!open.isEmpty()) {
            String path = open.pop();
            if (found.add(path)) {
                open.addAll(namedBy(path));
            }
        }
        return new TreeSet<>(found);
    }

    private List<String> namedBy(String path) throws IOException {
        if (path.endsWith(".html")) {
            return named(LINK.matcher(textOf(path)));
        }
        if (path.endsWith(".js")) {
            String code = COMMENT.matcher(textOf(path)).replaceAll("");
            return named(IMPORT.matcher(code)).stream()
                    .map(target -> resolve(path, target))
                    .toList();
        }
        return List.of();
    }

    private static List<String> named(Matcher matcher) {
        return matcher.results().map(FieldShell::firstGroup).toList();
    }

    private static String firstGroup(MatchResult found) {
        return found.group(1) != null || found.groupCount() == 1 ? found.group(1) : found.group(2);
    }

    private static String resolve(String path, String target) {
        return URI.create(path).resolve(target).getPath();
    }

    private String textOf(String path) throws IOException {
        return new String(bytesOf(path), StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
