package org.gridsight.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gridsight.app.access.Accounts;
import org.gridsight.app.access.Role;
import org.gridsight.app.grids.PlaceSetUp;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.SharedData;
import org.gridsight.app.testing.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the import of incidents must do on every database, over HTTP. */
abstract class IncidentImportContract {

    private static final String PORTLAND = "990002101";
    private static final String MEMPHIS = "990003101";

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    PlaceSetUp setUp;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void emptyTown() {
        for (String table : new String[] {"assignment", "step", "report", "incident"}) {
            jdbc.sql("delete from incidents." + table).update();
        }
        Town.clear(jdbc);
    }

    private long rows(Client.Reply reply) {
        JsonNode result = reply.expect(200).json();
        return result.path("accepted").asLong() + result.path("rejected").size();
    }

    @Test
    void accountsForEveryCallOfPortland() {
        Path calls = SharedData.file("points/portland_nij_cfs_2016_aug_sep.csv.gz");
        Client gis = Town.person(port, accounts, Role.GIS_EDITOR, PORTLAND);
        gis.upload(
                        "/api/place",
                        SharedData.file("points/portland_boundary_m.csv"),
                        Map.of("code", PORTLAND, "name", "Portland", "crs", "EPSG:2913;unit=m"))
                .expect(200);
        gis.post("/api/grids/generation", Map.of("method", "squares", "sizeMetres", 1000))
                .expect(200);
        String mapping = """
                {"x":"x","y":"y","crs":"EPSG:2913;unit=m","occurredAt":"date","kind":"category","category":"category",
                 "title":"final_case","timeZone":"America/Los_Angeles",
                 "kindValues":{"STREET CRIMES":"SECURITY","MOTOR VEHICLE THEFT":"SECURITY","BURGLARY":"SECURITY"}}
                """;
        Client.Reply reply = gis.upload("/api/incidents/import", calls, Map.of("mapping", mapping, "importId", "p1"));
        assertThat(rows(reply)).isEqualTo(37_818);
        assertThat(reply.json().path("accepted").asLong()).isGreaterThan(37_700);
        assertThat(reply.json().path("rejected").get(0).path("reason").asString())
                .isNotBlank();
        assertThat(gis.get("/api/incidents/import/p1").json().path("done").asBoolean())
                .isTrue();
        assertThat(gis.get("/api/figures").json().path("open").asLong())
                .isEqualTo(reply.json().path("accepted").asLong());
        assertThat(gis.get("/api/incidents?category=BURGLARY&limit=500")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(173);
    }

    @Test
    void takesMemphisInDegrees() {
        Client gis = Town.person(port, accounts, Role.GIS_EDITOR, MEMPHIS);
        setUp.define(MEMPHIS, "Memphis", Town.square(-90.4, 34.9, 0.8), false, "test");
        gis.post("/api/grids/generation", Map.of("method", "hexagons", "sizeMetres", 4000))
                .expect(200);
        Client.Reply reply = gis.upload(
                "/api/incidents/import",
                SharedData.file("points/memphis_robberies_2019.csv.gz"),
                Map.of(
                        "mapping",
                        "{\"lon\":\"lon\",\"lat\":\"lat\",\"occurredAt\":\"time\",\"kind\":\"=SECURITY\",\"title\":\"type\"}"));
        assertThat(rows(reply)).isEqualTo(2_245);
        assertThat(reply.json().path("accepted").asLong()).isGreaterThan(2_200);
    }

    @Test
    void namesEveryBadRowAndTakesTheRest() throws IOException {
        Client gis = smallTown();
        Path file = write("""
                lon,lat,at,kind,what
                117.91,35.81,2026-03-05T14:07:00+08:00,HELP,good
                35.81,117.91,2026-03-05T14:07:00+08:00,HELP,swapped
                0,0,2026-03-05T14:07:00+08:00,HELP,no fix
                117.91,35.81,yesterday,HELP,no time
                117.91,35.81,2026-03-05 14:07,NOISE,no kind
                NaN,35.81,2026-03-05 14:07,HELP,no number
                117.92,35.82,2026-03-05 14:07,DISPUTE,good too
                """);
        JsonNode result = gis.upload("/api/incidents/import", file, Map.of("mapping", MAPPING))
                .expect(200)
                .json();
        assertThat(result.path("accepted").asInt()).isEqualTo(2);
        assertThat(result.path("rejected").findValuesAsString("row")).containsExactly("2", "3", "4", "5", "6");
        JsonNode reasons = result.path("rejected");
        assertThat(reasons.get(3).path("reason").asString())
                .startsWith("kind: ")
                .contains("NOISE", "DISPUTE");
        // the file's own column, not our field; a place is nobody's single column
        assertThat(reasons.get(2).path("reason").asString()).startsWith("at: ");
        assertThat(reasons.get(0).path("reason").asString()).doesNotContain("location");
    }

    @Test
    void tellsNoProgressBeforeTheFileHasCome() {
        assertThat(smallTown().get("/api/incidents/import/not-begun").status()).isEqualTo(204);
    }

    @Test
    void takesARepeatedFileOnceUnderItsKey() throws IOException {
        Client gis = smallTown();
        StringBuilder rows = new StringBuilder("lon,lat,at,kind,what\n");
        for (int i = 0; i < 2_500; i++) {
            rows.append("117.91,35.81,2026-03-05T14:07:00+08:00,HELP,row ")
                    .append(i)
                    .append('\n');
        }
        Path file = write(rows.toString());
        Map<String, String> form = Map.of("mapping", MAPPING);
        Client keyed = gis.withHeader("Idempotency-Key", "import-" + System.nanoTime());
        keyed.upload("/api/incidents/import", file, form).expect(200);
        JsonNode again =
                keyed.upload("/api/incidents/import", file, form).expect(200).json();
        assertThat(again.path("accepted").asInt()).isEqualTo(2_500);
        assertThat(gis.get("/api/figures").json().path("open").asInt()).isEqualTo(2_500);
    }

    @Test
    void tellsEveryFaultOfAMappingAtOnce() throws IOException {
        Client gis = smallTown();
        Path file = write("lon,lat\n117.91,35.81\n");
        Client.Reply reply = gis.upload(
                "/api/incidents/import",
                file,
                Map.of("mapping", "{\"lon\":\"east\",\"lat\":\"lat\",\"crs\":\"EPSG:1\",\"timeZone\":\"Mars\"}"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("errors").findValuesAsString("field"))
                .contains("mapping.lon", "mapping.crs", "mapping.timeZone", "mapping.occurredAt", "mapping.kind");
    }

    @Test
    void rejectsOnlyTheRowsOutsideTheImportersArea() throws IOException {
        Town.fill(setUp);
        Client south = Town.person(port, accounts, Role.GIS_EDITOR, Town.CODE + "201");
        Path file = write("""
                lon,lat,at,kind,what
                117.91,35.81,2026-03-05T14:07:00+08:00,HELP,ours
                117.91,35.83,2026-03-05T14:07:00+08:00,HELP,theirs
                117.93,35.81,2026-03-05T14:07:00+08:00,HELP,ours too
                """);
        JsonNode result = south.upload("/api/incidents/import", file, Map.of("mapping", MAPPING))
                .expect(200)
                .json();
        assertThat(result.path("accepted").asInt()).isEqualTo(2);
        assertThat(result.path("rejected").findValuesAsString("row")).containsExactly("2");
        assertThat(result.path("rejected").get(0).path("reason").asString()).contains("outside your area");
    }

    @Test
    void takesNoRowThatASingleReportWouldBeRefusedFor() throws IOException {
        Client gis = smallTown();
        Path file = write("""
                lon,lat,at,kind,what
                117.91,35.81,-999999999-01-01T00:00:00Z,HELP,before time
                117.91,35.81,0026-03-05T14:07:00+08:00,HELP,two digits of the year
                117.91,35.81,26-03-05 14:07,HELP,two digits of the year
                117.91,35.81,+999999999-12-31T00:00:00Z,HELP,after time
                117.91,35.81,2026-03-05T14:07:00+08:00,HELP,broken \0 off
                0,0,0026-03-05T14:07:00+08:00,HELP,broken \0 off
                117.91,35.81,2026-03-05T14:07:00+08:00,HELP,good
                """);
        JsonNode result = gis.upload("/api/incidents/import", file, Map.of("mapping", MAPPING))
                .expect(200)
                .json();
        JsonNode rejected = result.path("rejected");
        assertThat(result.path("accepted").asInt()).isEqualTo(1);
        assertThat(rejected.findValuesAsString("row")).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(rejected.get(1).path("reason").asString()).startsWith("at: ").contains("check the year");
        assertThat(rejected.get(3).path("reason").asString()).startsWith("at: ").contains("in the future");
        assertThat(rejected.get(4).path("reason").asString()).startsWith("what: ");
        assertThat(rejected.get(5).path("reason").asString()).contains("at: ", "what: ", "0, 0");
    }

    @Test
    void keepsCharactersWhole() throws IOException {
        Client gis = smallTown();
        Path file = write("lon,lat,at,kind,what\n117.91,35.81,2026-03-05T14:07:00+08:00,HELP," + "x".repeat(199)
                + "\ud83d\ude92 smoke\n");
        Client.Reply whole = gis.upload("/api/incidents/import", file, Map.of("mapping", MAPPING));
        assertThat(whole.expect(200).json().path("accepted").asInt()).isEqualTo(1);
        assertThat(jdbc.sql("select title from incidents.incident")
                        .query(String.class)
                        .single())
                .isEqualTo("x".repeat(199));

        String half = MAPPING.replace("\"what\"", "\"=half \\ud83d\"");
        Client.Reply broken = gis.upload("/api/incidents/import", file, Map.of("mapping", half));
        assertThat(broken.expect(200).json().path("accepted").asInt()).isZero();
        assertThat(broken.json().path("rejected").get(0).path("reason").asString())
                .contains("cannot be stored");
    }

    @Test
    void tellsTheEndOfAnImportThatFails() throws IOException {
        Client keyed = smallTown().withHeader("Idempotency-Key", "import-" + System.nanoTime());
        String header = "lon,lat,at,kind,what\n117.91,35.81,2026-03-05T14:07:00+08:00,HELP,";
        keyed.upload("/api/incidents/import", write(header + "one\n"), Map.of("mapping", MAPPING))
                .expect(200);
        String id = "failing-" + System.nanoTime();
        keyed.upload("/api/incidents/import", write(header + "another\n"), Map.of("mapping", MAPPING, "importId", id))
                .expect(422);
        JsonNode progress = keyed.get("/api/incidents/import/" + id).expect(200).json();
        assertThat(progress.path("done").asBoolean()).isTrue();
        assertThat(progress.path("accepted").asInt()).isZero();
    }

    @Test
    void namesTheMappingWhenItCannotBeRead() throws IOException {
        Client gis = smallTown();
        Path file = write("lon,lat\n117.91,35.81\n");
        Map<String, String> fieldOf = Map.of(
                "null", "mapping",
                "[1", "mapping",
                "[1]", "mapping",
                "\"lon\"", "mapping",
                "{\"lon\":[1]}", "mapping.lon",
                "{\"kindValues\":7}", "mapping.kindValues");
        fieldOf.forEach((mapping, field) -> {
            Client.Reply reply = gis.upload("/api/incidents/import", file, Map.of("mapping", mapping));
            JsonNode errors = reply.expect(422).json().path("errors");
            assertThat(errors.findValuesAsString("field")).as(mapping).containsExactly(field);
            assertThat(reply.text()).doesNotContain("gridsight.app", "java.", "tools.jackson");
        });
    }

    @Test
    void asksForFileAndMappingAtOnce() throws IOException {
        Client.Reply reply = smallTown().upload("/api/incidents/import", write(""), Map.of());
        assertThat(reply.expect(422).json().path("errors").findValuesAsString("field"))
                .containsExactly("file", "mapping");
        assertThat(reply.json().path("code").asString()).isEqualTo("import.no-file");
    }

    private static final String MAPPING =
            "{\"lon\":\"lon\",\"lat\":\"lat\",\"occurredAt\":\"at\",\"kind\":\"kind\",\"title\":\"what\"}";

    private Client smallTown() {
        Town.fill(setUp);
        return Town.person(port, accounts, Role.GIS_EDITOR, Town.CODE);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), text);
    }
}
