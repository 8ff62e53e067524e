package org.gridsight.media.gb28181;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One element of a MANSCDP text: its name, its own text, its children in order. Attributes other than Num are never used. */
final class Element {

    private final String name;
    private final List<Element> children = new ArrayList<>();
    private String text = "";

    Element(String name) {
        this.name = name;
    }

    void add(Element child) {
        children.add(child);
    }

    void setText(String value) {
        text = value.strip();
    }

    String name() {
        return name;
    }

    List<Element> children() {
        return children;
    }

    Optional<Element> child(String wanted) {
        return children.stream()
                .filter(child -> child.name.equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** The text of a child, empty when there is none. */
    String text(String wanted) {
        return child(wanted).map(found -> found.text).orElse("");
    }

    /** The number of a child, or the fallback when it is missing or no number. */
    int number(String wanted, int fallback) {
        try {
            return Integer.parseInt(text(wanted));
        } catch (NumberFormatException e) {
            return fallback;
        }
    }
}
