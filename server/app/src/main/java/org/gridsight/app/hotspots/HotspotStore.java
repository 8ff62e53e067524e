package org.gridsight.app.hotspots;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The maps of the days in the database, and whose turn it is to make them. */
@Component
class HotspotStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    HotspotStore(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    /** A map as it was stored. */
    record Stored(LocalDate day, String mark, String answer) {}

    /** A back-test as it was stored. */
    record Tested(LocalDate day, String answer) {}

    /** The map of a day, or the newest. The whole town's: {@link HotspotMaps} cuts it to a scope. */
    @Transactional(readOnly = true)
    Optional<Stored> find(Optional<LocalDate> day) {
        String which = day.isPresent() ? " where map_day = ?" : " order by map_day desc limit 1";
        JdbcClient.StatementSpec sql = jdbc.sql("select map_day, mark, answer from hotspots.day_map" + which);
        return day.map(wanted -> sql.param(Date.valueOf(wanted)))
                .orElse(sql)
                .query((row, number) -> new Stored(
                        row.getDate("map_day").toLocalDate(), row.getString("mark"), row.getString("answer")))
                .optional();
    }

    /** Which map is the newest, if there is one. */
    @Transactional(readOnly = true)
    Optional<HotspotsRefreshed> newest(String townCode) {
        return jdbc.sql("select map_day, made_at from hotspots.day_map order by map_day desc limit 1")
                .query((row, number) -> new HotspotsRefreshed(
                        row.getDate("map_day").toLocalDate(),
                        row.getTimestamp("made_at").toInstant(),
                        townCode))
                .optional();
    }

    /** Writes the map of its day, in place of an earlier one, and tells the house. */
    @Transactional
    void keep(DayMap map, String mark, String townCode) {
        String answer = json.writeValueAsString(map.wire());
        jdbc.sql("delete from hotspots.day_map where map_day = ?")
                .param(Date.valueOf(map.day()))
                .update();
        jdbc.sql("insert into hotspots.day_map (map_day, made_at, mark, answer) values (?, ?, ?, ?)")
                .params(Date.valueOf(map.day()), Timestamp.from(map.madeAt()), mark, answer)
                .update();
        events.publishEvent(new HotspotsRefreshed(map.day(), map.madeAt(), townCode));
    }

    /** The last back-test and its day. */
    @Transactional(readOnly = true)
    Optional<Tested> findBackTest() {
        return jdbc.sql("select tested_on, answer from hotspots.backtest where name = 'map'")
                .query((row, number) -> new Tested(row.getDate("tested_on").toLocalDate(), row.getString("answer")))
                .optional();
    }

    @Transactional
    void keepBackTest(LocalDate day, Map<String, Object> figures) {
        jdbc.sql("delete from hotspots.backtest where name = 'map'").update();
        jdbc.sql("insert into hotspots.backtest (name, tested_on, answer) values ('map', ?, ?)")
                .params(Date.valueOf(day), json.writeValueAsString(figures))
                .update();
    }

    /** Takes or prolongs the turn; false while another node has it. */
    @Transactional
    boolean takeTurn(String holder, Instant now, Instant until) {
        return jdbc.sql("update hotspots.lease set holder = ?, held_until = ?"
                                + " where name = 'map' and (holder = ? or held_until < ?)")
                        .params(holder, Timestamp.from(until), holder, Timestamp.from(now))
                        .update()
                == 1;
    }

    @Transactional
    void forgetBefore(LocalDate day) {
        jdbc.sql("delete from hotspots.day_map where map_day < ?")
                .param(Date.valueOf(day))
                .update();
    }
}
