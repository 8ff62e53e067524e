package org.gridsight.app.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.gridsight.app.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads who is named in a case: its own people and those of the incidents merged into it, as far as these lie in the
 * reader's area. In clear; {@link CasePeople} alone decides what is shown of them.
 */
@Component
class NamedPeople {

    private static final String FAMILY = "with recursive family (seq) as (select cast(? as bigint) union all"
            + " select m.seq from incidents.incident m join family f on m.merged_into = f.seq) ";
    private static final String WITHIN =
            " where i.seq in (select seq from family) and (i.seq = ? or i.grid_code like ?) order by ";

    private final JdbcClient jdbc;

    NamedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One reporter; every part may be missing. */
    record Reporter(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address) {}

    /** One party; {@code mergedFrom} is the number of the merged incident that named it, null for the case itself. */
    record Named(UUID id, @Nullable String mergedFrom, NewIncident.Party party) {}

    /** In the order of their reports. */
    List<Reporter> reporters(Incident incident, Scope scope) {
        return jdbc
                .sql(FAMILY + "select r.reporter_name, r.reporter_phone, r.reporter_address from incidents.report r"
                        + " join incidents.incident i on i.seq = r.incident_seq" + WITHIN + "r.received_at, r.id")
                .params(incident.seq(), incident.seq(), scope.like())
                .query((row, number) -> new Reporter(
                        row.getString("reporter_name"),
                        row.getString("reporter_phone"),
                        row.getString("reporter_address")))
                .list()
                .stream()
                .filter(reporter -> reporter.name() != null || reporter.phone() != null)
                .toList();
    }

    /** Those of the case first, then by incident and place in its list. */
    List<Named> parties(Incident incident, Scope scope) {
        return jdbc.sql(FAMILY + "select p.*, i.seq, i.number from incidents.party p"
                        + " join incidents.incident i on i.seq = p.incident_seq" + WITHIN
                        + "case when i.seq = ? then 0 else 1 end, i.seq, p.place, p.id")
                .params(incident.seq(), incident.seq(), scope.like(), incident.seq())
                .query((row, number) -> new Named(
                        row.getObject("id", UUID.class),
                        row.getLong("seq") == incident.seq() ? null : row.getString("number"),
                        party(row)))
                .list();
    }

    private static NewIncident.Party party(ResultSet row) throws SQLException {
        String idKind = row.getString("id_kind");
        return new NewIncident.Party(
                PartySide.valueOf(row.getString("side")),
                row.getString("name"),
                row.getString("phone"),
                idKind == null ? null : IdKind.valueOf(idKind),
                row.getString("id_number"),
                row.getString("address"));
    }
}
