package org.gridsight.app.incidents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The departments an incident can be sent to; read once at start. */
@Component
class Units {

    /** A department. */
    record Unit(String id, String zh, String en) {}

    private final List<Unit> list;
    private final Map<String, Unit> byId;

    Units(JdbcClient jdbc) {
        list = jdbc.sql("select id, zh, en from incidents.unit order by place, id")
                .query(Unit.class)
                .list();
        byId = list.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    List<Unit> list() {
        return list;
    }

    Optional<Unit> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
