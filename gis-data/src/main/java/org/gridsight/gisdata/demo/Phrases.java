package org.gridsight.gisdata.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The words of reports, from {@code phrases.txt}: topics by kind, each with several titles and descriptions. */
final class Phrases {

    /** One wording with holes for names. */
    record Wording(String title, String description) {}

    /** What a report is about; dispute topics carry their category in the older (A) and the newer (B) list. */
    record Topic(Kind kind, String name, double weight, List<String> categories, List<Wording> wordings) {}

    private final Map<Kind, List<Topic>> topics = new EnumMap<>(Kind.class);

    Phrases() {
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("= ")) {
                Topic topic = topic(lines, i);
                topics.computeIfAbsent(topic.kind(), kind -> new ArrayList<>()).add(topic);
            }
        }
    }

    Topic pick(Kind kind, Draws draws) {
        List<Topic> choice = topics(kind);
        return choice.get(
                draws.weighted(choice.stream().mapToDouble(Topic::weight).toArray()));
    }

    Topic named(Kind kind, String name) {
        return topics(kind).stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<Topic> topics(Kind kind) {
        return Objects.requireNonNull(topics.get(kind), kind::name);
    }

    private static Topic topic(List<String> lines, int at) {
        String[] head = lines.get(at).split(" ");
        List<Wording> wordings = new ArrayList<>();
        for (int i = at + 1; i < lines.size() && !lines.get(i).startsWith("= "); i++) {
            String[] parts = lines.get(i).split("\\|", 2);
            wordings.add(new Wording(parts[0], parts[1]));
        }
        List<String> categories = head.length > 4 ? List.of(head[4], head[5]) : List.of();
        return new Topic(
                Kind.valueOf(head[1]), head[2], Double.parseDouble(head[3]), categories, List.copyOf(wordings));
    }

    private static List<String> lines() {
        try (InputStream in = Phrases.class.getResourceAsStream("phrases.txt");
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("phrases.txt cannot be read", e);
        }
    }
}
