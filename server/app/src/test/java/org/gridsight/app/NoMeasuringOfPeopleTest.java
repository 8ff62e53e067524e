package org.gridsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * There is no check-in, no ranking of people, no quota, no points and no time online anywhere in what is delivered
 * (domain.md section 10). Every other use of such a word stands in the list below with its reason.
 */
class NoMeasuringOfPeopleTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final List<String> FOLDERS = List.of(
            "server/app/src/main",
            "server/roads/src/main",
            "server/spatial/src/main",
            "server/media/src/main",
            "gis-data/src/main",
            "web/src",
            "docker");

    /** The pages themselves; what is built beside them is not read twice. */
    private static final String PAGES = "web";

    private static final Pattern NAMES = Pattern.compile(".*\\.(java|js|css|sql|yml|html|properties|conf|sh|md)");

    private static final Pattern WORDS = Pattern.compile(
            "check[-_]?ins?\\b|clock[-_]?in\\b|attendance|leader[- _]?board|rank(ing|ed|s)? of (people|persons|workers)"
                    + "|worker[-_]?(rank|score)|\\bquotas?\\b|\\bkpi\\b|performance[- _]?review|online[-_]?time"
                    + "|签到|打卡|签退|考勤|排名|排行|积分|考核|绩效|指标任务|任务指标|在线时长|评分榜",
            Pattern.CASE_INSENSITIVE);

    /** File to why the word there is not about people. */
    private static final Map<String, String> REASONS =
            Map.of("server/app/src/main/java/org/gridsight/app/dispatch/package-info.java", "says what is not there");

    @Test
    void nothingCountsOrComparesPeople() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            look(file, found);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void readsEveryFolderAndThePages() throws IOException {
        List<String> read = sources().stream()
                .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                .toList();
        assertThat(read).contains("web/field.html", "docker/compose.yml");
        for (String folder : FOLDERS) {
            assertThat(read).anyMatch(name -> name.startsWith(folder + "/"));
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(NoMeasuringOfPeopleTest::isSource).forEach(found::add);
            }
        }
        try (Stream<Path> files = Files.list(ROOT.resolve(PAGES))) {
            files.filter(NoMeasuringOfPeopleTest::isSource).forEach(found::add);
        }
        return found;
    }

    @Test
    void seesTheWordsItLooksFor() {
        assertThat(WORDS.matcher("每日签到").find()).isTrue();
        assertThat(WORDS.matcher("create table worker_score (").find()).isTrue();
        assertThat(WORDS.matcher("checkIn(worker)").find()).isTrue();
    }

    private static boolean isSource(Path file) {
        return Files.isRegularFile(file)
                && NAMES.matcher(file.getFileName().toString()).matches();
    }

    private static void look(Path file, List<String> found) throws IOException {
        String name = ROOT.relativize(file).toString().replace('\\', '/');
        if (REASONS.containsKey(name)) {
            return;
        }
        int number = 0;
        for (String line :
                Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
            number++;
            Matcher word = WORDS.matcher(line);
            if (word.find()) {
                found.add(name + ":" + number + " " + word.group());
            }
        }
    }
}
