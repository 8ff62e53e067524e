package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every column of the migrated database is classified in {@code column-classes.txt} (PIPL art. 51): a new one fails the
 * build until somebody has said what it holds, and one that is gone must leave the list.
 */
abstract class ColumnsContract extends Loop {

    private static final Set<String> CLASSES = Set.of("NONE", "PERSONAL", "SENSITIVE", "SECRET");

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyColumnIsClassified() throws IOException {
        Map<String, String> classes = classes();
        assertThat(new TreeSet<>(classes.keySet())).isEqualTo(new TreeSet<>(columns()));
        assertThat(CLASSES).containsAll(classes.values());
    }

    /** Rooms have a schema each; what the database and its extensions bring lives in public. */
    private List<String> columns() {
        return jdbc.sql("select lower(table_schema || '.' || table_name || '.' || column_name)"
                        + " from information_schema.columns where lower(table_schema)"
                        + " not in ('information_schema', 'pg_catalog', 'public')")
                .query(String.class)
                .list();
    }

    private static Map<String, String> classes() throws IOException {
        Map<String, String> classes = new TreeMap<>();
        new ClassPathResource("column-classes.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .forEach(words -> assertThat(classes.put(words[0], words[1]))
                        .as("listed twice: %s", words[0])
                        .isNull());
        return classes;
    }
}
