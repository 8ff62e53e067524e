package org.gridsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of the front end's house (conventions section 9, architecture L8), each told with file and line when broken. */
class StructureTest {

    private static final int FILE_LINES = 300;
    private static final int FUNCTION_LINES = 50;
    private static final Pattern IMPORT =
            Pattern.compile("(?:^|\\n)(?:import|export)\\s[^;'\"]*?from\\s*['\"]([^'\"]+)['\"]");
    private static final Pattern DYNAMIC_IMPORT = Pattern.compile("import\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)");
    private static final Pattern SIDE_EFFECTS =
            Pattern.compile("\\b(?:document|window|fetch|WebSocket|localStorage)\\b");
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\b(?:innerHTML|outerHTML|insertAdjacentHTML|eval|TODO|FIXME)\\b|\\bdocument\\.write\\b|"
                    + "\\bconsole\\.|setAttribute\\(\\s*['\"]style|\\bnew Function\\b|https?://(?!www\\.w3\\.org)");
    private static final Pattern COLOUR =
            Pattern.compile("#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\\b(?!\\()");
    private static final Pattern FUNCTION = Pattern.compile("^(\\s*)(?:export )?(?:async |static |get |set )*"
            + "(?:function\\*? \\w+\\(.*|[#\\w]+\\(.*\\)|(?:const )?[#\\w]+ = (?:async )?(?:\\(.*\\)|\\w+) =>) \\{$");
    private static final Pattern NOT_FUNCTION = Pattern.compile("^\\s*(?:if|for|while|switch|catch|return|else)\\b.*");
    /** A mark of Latin type right beside a Chinese word, or beside a value that stands there. */
    private static final Pattern HALF_WIDTH =
            Pattern.compile(".{0,12}(?:\\p{IsHan}\\}?[,.;:?!()]|[,.;:?!()]\\{?\\p{IsHan})");

    private static final Pattern MESSAGE_KEY = Pattern.compile("(?m)^\\s+['\"]?([\\w.]+)['\"]?:\\s");

    private final List<Path> scripts = WebSources.under("src", ".js");

    @Test
    void findsTheScripts() {
        assertThat(scripts).isNotEmpty();
    }

    @Test
    void keepsStateAndGeometryPure() {
        List<String> broken = new ArrayList<>();
        for (Path script : scripts) {
            String name = WebSources.name(script);
            if (!name.startsWith("src/state/") && !name.startsWith("src/geo/")) {
                continue;
            }
            String text = WebSources.read(script);
            imports(text)
                    .filter(target -> !target.matches("\\./\\w+\\.js|\\.\\./(?:state|geo)/\\w+\\.js"))
                    .forEach(target -> broken.add(name + " imports " + target));
            find(SIDE_EFFECTS, withoutComments(text)).forEach(word -> broken.add(name + " names " + word));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void letsLeafletInThroughOneDoor() {
        assertThat(scripts)
                .filteredOn(script -> imports(WebSources.read(script)).anyMatch(target -> !target.startsWith(".")))
                .extracting(WebSources::name)
                .containsExactly("src/map/leaflet.js");
    }

    @Test
    void importsOnlyFilesThatAreThere() {
        List<String> broken = new ArrayList<>();
        for (Path script : scripts) {
            imports(WebSources.read(script))
                    .filter(target -> target.startsWith("."))
                    .filter(target -> !Files.isRegularFile(script.resolveSibling(target)))
                    .forEach(target -> broken.add(WebSources.name(script) + " imports " + target));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void keepsFilesAndFunctionsSmall() {
        List<String> broken = new ArrayList<>();
        for (Path script : scripts) {
            List<String> lines = WebSources.read(script).lines().toList();
            if (lines.size() > FILE_LINES) {
                broken.add(WebSources.name(script) + " has " + lines.size() + " lines");
            }
            for (int i = 0; i < lines.size(); i++) {
                int length = functionLength(lines, i);
                if (length > FUNCTION_LINES) {
                    broken.add(WebSources.name(script) + ":" + (i + 1) + " is a function of " + length + " lines");
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void usesNoMarkupFromDataNoConsoleAndNoAddressOutside() {
        List<String> broken = new ArrayList<>();
        for (Path script : scripts) {
            find(FORBIDDEN, withoutComments(WebSources.read(script)))
                    .forEach(word -> broken.add(WebSources.name(script) + " uses " + word));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void documentsEveryExport() {
        List<String> broken = new ArrayList<>();
        for (Path script : scripts) {
            List<String> lines = WebSources.read(script).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                boolean named = lines.get(i).matches("export (?:async |default )?(?:function|class|const|let).*");
                if (named && (i == 0 || !lines.get(i - 1).strip().endsWith("*/"))) {
                    broken.add(WebSources.name(script) + ":" + (i + 1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void speaksBothLanguages() {
        List<String> broken = new ArrayList<>();
        for (Path chinese : WebSources.under("src/i18n", ".js")) {
            String file = chinese.getFileName().toString();
            Path english = chinese.resolveSibling(file.replaceFirst("^zh", "en").replace(".zh.js", ".en.js"));
            if (english.equals(chinese)) {
                continue;
            }
            Set<String> left = new TreeSet<>(keys(chinese));
            Set<String> right = new TreeSet<>(keys(english));
            assertThat(left).as(file).isNotEmpty();
            left.stream().filter(key -> !right.contains(key)).forEach(key -> broken.add(file + ": only zh has " + key));
            right.stream().filter(key -> !left.contains(key)).forEach(key -> broken.add(file + ": only en has " + key));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void writesChineseWithChinesePunctuation() {
        List<String> broken = new ArrayList<>();
        for (Path sentences : WebSources.under("src/i18n", ".js")) {
            if (sentences.getFileName().toString().matches("zh.*|.*\\.zh\\.js")) {
                find(HALF_WIDTH, withoutComments(WebSources.read(sentences)))
                        .forEach(mark -> broken.add(WebSources.name(sentences) + " has " + mark));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void keepsColoursInTheTokens() {
        List<String> broken = new ArrayList<>();
        for (Path sheet : WebSources.under("src", ".css")) {
            if (!WebSources.name(sheet).equals("src/style/tokens.css")) {
                find(COLOUR, WebSources.read(sheet)).forEach(hex -> broken.add(WebSources.name(sheet) + " has " + hex));
            }
        }
        for (Path script : scripts) {
            find(Pattern.compile("['\"`]" + COLOUR.pattern()), WebSources.read(script))
                    .forEach(hex -> broken.add(WebSources.name(script) + " has " + hex));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void writesPagesThatTheContentPolicyAllows() {
        List<String> broken = new ArrayList<>();
        for (Path page : WebSources.under("", ".html")) {
            String name = WebSources.name(page);
            if (name.startsWith("target/")) {
                continue;
            }
            String text = WebSources.read(page);
            find(Pattern.compile("\\sstyle=|\\son\\w+=|<style"), text)
                    .forEach(word -> broken.add(name + " has" + word));
            find(Pattern.compile("<script(?! type=\"importmap\">)(?![^>]*\\ssrc=)[^>]*>"), text)
                    .forEach(tag -> broken.add(name + " has the inline script " + tag));
            find(Pattern.compile("(?:src|href)=\"/(src/[^\"]+)\""), text)
                    .map(link -> link.replaceFirst("^[^/]*/", "").replace("\"", ""))
                    .filter(target -> !Files.isRegularFile(WebSources.root().resolve(target)))
                    .forEach(target -> broken.add(name + " names the missing " + target));
        }
        assertThat(broken).isEmpty();
    }

    private static Stream<String> imports(String text) {
        return Stream.of(IMPORT, DYNAMIC_IMPORT)
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(result -> result.group(1));
    }

    private static Stream<String> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }

    private static List<String> keys(Path file) {
        return MESSAGE_KEY
                .matcher(WebSources.read(file))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String withoutComments(String text) {
        return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)(^|\\s)//.*$", "");
    }

    /** The formatter puts the closing brace under the first letter of the function, so no parser is needed. */
    private static int functionLength(List<String> lines, int start) {
        String line = lines.get(start);
        var function = FUNCTION.matcher(line);
        if (!function.matches() || NOT_FUNCTION.matcher(line).matches()) {
            return 0;
        }
        String close = function.group(1) + "}";
        for (int i = start + 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith(close)) {
                return i - start + 1;
            }
        }
        return lines.size() - start;
    }
}
