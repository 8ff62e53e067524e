package org.gridsight.gisdata.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * A cluster to plant: kind, words, window, radius, how much ordinary life its place should expect, and whether a good
 * scan must find it (log likelihood ratio at least 18) or stay silent (at most 5); nothing lies between.
 */
record ClusterPlan(String id, Phrases.Topic topic, Span span, double expected, boolean found) {

    static final double FOUND_FROM = 18;
    static final double SILENT_TO = 5;

    /** The window and the radius in metres. */
    record Span(LocalDate from, int days, double radius) {}

    /** The five of the two years. */
    static List<ClusterPlan> twoYears(Phrases phrases) {
        return List.of(
                plan("H1", phrases.named(Kind.SANITATION, "垃圾"), span("2023-06-30", 42, 1500), 6.7),
                plan("H2", phrases.named(Kind.SECURITY, "盗窃"), span("2024-02-04", 21, 1500), 0.6),
                plan("H3", phrases.named(Kind.DISPUTE, "土地"), span("2024-05-12", 91, 1800), 10.8),
                plan("H4", phrases.named(Kind.FOREST_FIRE, "野外用火"), span("2024-02-25", 35, 2500), 4.5),
                new ClusterPlan("H5", phrases.named(Kind.HELP, "老人帮扶"), span("2023-10-28", 42, 1500), 1.1, false));
    }

    private static ClusterPlan plan(String id, Phrases.Topic topic, Span span, double expected) {
        return new ClusterPlan(id, topic, span, expected, true);
    }

    private static Span span(String from, int days, double radius) {
        return new Span(LocalDate.parse(from), days, radius);
    }

    Kind kind() {
        return topic.kind();
    }
}
