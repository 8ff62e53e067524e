package org.gridsight.app.incidents;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the official calendar from the file shipped with the product and what differs here from the table. */
@Configuration(proxyBeanMethods = false)
class CalendarSetup {

    private static final String FILE = "work-calendar.csv";

    private record Day(LocalDate onDay, boolean working) {}

    @Bean
    WorkCalendar workCalendar(IncidentSettings settings, JdbcClient jdbc) {
        Map<LocalDate, Boolean> exceptions = official();
        jdbc.sql("select on_day, working from incidents.work_calendar")
                .query(Day.class)
                .list()
                .forEach(day -> exceptions.put(day.onDay(), day.working()));
        return new WorkCalendar(settings.zone(), exceptions);
    }

    static Map<LocalDate, Boolean> official() {
        Map<LocalDate, Boolean> days = new HashMap<>();
        try (InputStream file = Objects.requireNonNull(CalendarSetup.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> addSpan(days, line.split(",", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return days;
    }

    private static void addSpan(Map<LocalDate, Boolean> days, String[] cells) {
        LocalDate last = LocalDate.parse(cells[1]);
        boolean working = Boolean.parseBoolean(cells[2]);
        LocalDate.parse(cells[0]).datesUntil(last.plusDays(1)).forEach(day -> days.put(day, working));
    }
}
