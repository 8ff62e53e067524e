package org.gridsight.gisdata.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.gridsight.gisdata.format.FileRefused.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files meant to hurt: each is refused with a place, soon, and leaves nothing behind. */
class HostileFilesTest {

    /** Against hanging, not against slowness: what each refusal takes is measured apart and far below a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @BeforeAll
    static void warmUp() {
        Files4Test.read("warm.geojson", "{\"type\":\"Point\",\"coordinates\":[1,2]}");
    }

    private static void refusedSoon(String name, byte[] file, Reason reason, String where) {
        long start = System.nanoTime();
        Throwable thrown = catchThrowable(() -> Files4Test.read(name, file));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(thrown).isInstanceOfSatisfying(FileRefused.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.where()).contains(where);
        });
        assertThat(taken).isLessThan(PATIENCE);
    }

    @Test
    void refusesAZipBomb() {
        byte[] zeros = new byte[100 << 20];
        byte[] bomb = Zips.of(Map.of("a.geojson", zeros));
        refusedSoon("bomb.zip", bomb, Reason.TOO_LARGE, "a.geojson");
        refusedSoon("bomb.zip", Zips.of(Map.of("a.shp", shp(zeros))), Reason.TOO_LARGE, "a.shp");
    }

    @Test
    void refusesAZipBombWhoseDirectoryLies() {
        byte[] bomb = Zips.of(Map.of("a.geojson", new byte[100 << 20]));
        ByteBuffer file = ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 28 < bomb.length; at++) {
            if (file.getInt(at) == 0x02014b50) {
                file.putInt(at + 24, 1_000);
            }
        }
        refusedSoon("liar.zip", bomb, Reason.TOO_LARGE, "a.geojson");
    }

    /** A record that claims all the zeros after it. */
    private static byte[] shp(byte[] content) {
        ByteBuffer file = ByteBuffer.allocate(108 + content.length);
        file.putInt(0, 9994).putInt(24, (108 + content.length) / 2);
        file.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5);
        file.order(ByteOrder.BIG_ENDIAN).putInt(100, 1).putInt(104, content.length / 2);
        return file.array();
    }

    @Test
    void refusesManyPartsAndManyBytesByTheDirectoryAlone() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < 1_000; i++) {
            parts.put("part" + i, new byte[0]);
        }
        refusedSoon("many.zip", Zips.of(parts), Reason.TOO_MANY_ENTRIES, "many.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "..\\..\\evil.shp", "C:\\evil.shp", "a/../../b.shp"})
    void refusesNamesThatClimbOut(String name) {
        refusedSoon("slip.zip", Zips.of(Map.of(name, new byte[1])), Reason.UNSAFE_NAME, "slip.zip");
    }

    @Test
    void refusesArchivesInsideArchives() {
        byte[] inner = Zips.of(Map.of("a.geojson", new byte[1]));
        refusedSoon("nest.zip", Zips.of(Map.of("inner.zip", inner)), Reason.NESTED_ARCHIVE, "inner.zip");
        refusedSoon("nest.zip", Zips.of(Map.of("a.geojson", inner)), Reason.NESTED_ARCHIVE, "a.geojson");
    }

    @Test
    void refusesAShapefileCutShortNamingTheRow() throws Exception {
        Map<String, byte[]> parts = squares();
        byte[] whole = bytes(parts, "grids.shp");
        for (int cut : new int[] {50, 104, 150, whole.length - 1}) {
            parts.put("grids.shp", Arrays.copyOf(whole, cut));
            refusedSoon("cut.zip", Zips.of(parts), Reason.TRUNCATED, "grids.shp");
        }
        parts.put("grids.shp", whole);
        parts.put("grids.dbf", Arrays.copyOf(bytes(parts, "grids.dbf"), bytes(parts, "grids.dbf").length - 30));
        refusedSoon("cut.zip", Zips.of(parts), Reason.TRUNCATED, "grids.dbf");
        byte[] zip = Zips.of(squares());
        refusedSoon("cut.zip", Arrays.copyOf(zip, zip.length / 2), Reason.TRUNCATED, "cut.zip");
    }

    @Test
    void survivesRandomDamageToAShapefile() throws Exception {
        long seed = 42;
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, byte[]> parts = squares();
        for (int round = 0; round < 300; round++) {
            Map<String, byte[]> damaged = new LinkedHashMap<>(parts);
            for (String name : new String[] {"grids.shp", "grids.dbf", "grids.prj"}) {
                byte[] copy = bytes(parts, name).clone();
                for (int i = 0; i < 5; i++) {
                    copy[random.nextInt(copy.length)] = (byte) random.nextInt();
                }
                damaged.put(name, copy);
            }
            Throwable thrown = catchThrowable(() -> Files4Test.read("damaged.zip", Zips.of(damaged)));
            if (thrown != null) {
                assertThat(thrown).as("seed " + seed + ", round " + round).isInstanceOf(FileRefused.class);
            }
        }
    }

    private Map<String, byte[]> squares() throws Exception {
        Path source = folder.resolve("s.geojson");
        StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int i = 0; i < 5; i++) {
            text.append(i == 0 ? "" : ",")
                    .append(
                            "{\"type\":\"Feature\",\"properties\":{\"code\":\"00" + i + "\",\"n\":" + i
                                    + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}}");
        }
        Files.writeString(source, text.append("]}"));
        Ogr.run(folder, "ogr2ogr", "-f", "ESRI Shapefile", "-overwrite", "grids.shp", "s.geojson");
        return Zips.parts(folder, "grids.");
    }

    private static byte[] bytes(Map<String, byte[]> parts, String name) {
        return java.util.Objects.requireNonNull(parts.get(name), name);
    }

    @Test
    void refusesEntitiesInKmlWithoutReadingThem() {
        String secret = "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<kml><Placemark><name>&x;</name></Placemark></kml>";
        refusedSoon("xxe.kml", secret.getBytes(StandardCharsets.UTF_8), Reason.FORBIDDEN, "xxe.kml");
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">");
        }
        laughs.append("]><kml><Placemark><name>&a29;</name></Placemark></kml>");
        refusedSoon("laughs.kml", laughs.toString().getBytes(StandardCharsets.UTF_8), Reason.FORBIDDEN, "laughs.kml");
    }

    @Test
    void refusesDeepAndBrokenKml() {
        refusedSoon("deep.kml", "<a>".repeat(10_000).getBytes(StandardCharsets.UTF_8), Reason.TOO_DEEP, "deep.kml");
        refusedSoon(
                "cut.kml", "<kml><Placemark><name>x".getBytes(StandardCharsets.UTF_8), Reason.CORRUPT, "placemark 1");
    }

    @Test
    void countsBadPlacemarksOneByOne() {
        String square = "0,0 1,0 1,1 0,1 0,0";
        String kml = "<k:kml xmlns:k=\"http://www.opengis.net/kml/2.2\">"
                + placemark("<k:Point><k:coordinates>117.9,35.8,3</k:coordinates></k:Point>")
                + placemark("<k:Point><k:coordinates>117.9;35.8</k:coordinates></k:Point>")
                + placemark("<k:Polygon><k:outerBoundaryIs><k:LinearRing><k:coordinates>0,0 1,0 1,1 0,1</k:coordinates>"
                        + "</k:LinearRing></k:outerBoundaryIs></k:Polygon>")
                + placemark("")
                + placemark("<k:Point><k:coordinates>NaN,35.8</k:coordinates></k:Point>")
                + placemark("<k:MultiGeometry><k:Polygon><k:outerBoundaryIs><k:LinearRing><k:coordinates>" + square
                        + "</k:coordinates></k:LinearRing></k:outerBoundaryIs></k:Polygon></k:MultiGeometry>")
                + "</k:kml>";
        FeatureTable table = Files4Test.read("a.kml", kml);
        assertThat(table.features()).extracting(Feature::row).containsExactly(1L, 6L);
        assertThat(table.faults())
                .extracting(RowFault::code)
                .containsExactly(
                        RowFault.Code.NUMBER,
                        RowFault.Code.NOT_CLOSED,
                        RowFault.Code.NO_GEOMETRY,
                        RowFault.Code.NOT_FINITE);
        assertThat(table.features().get(0).text("name")).contains("甲");
    }

    private static String placemark(String geometry) {
        return "<k:Placemark><k:name>甲</k:name>" + geometry + "</k:Placemark>";
    }

    @Test
    void refusesViewsAndDamageInAGeoPackage() throws Exception {
        Path file = folder.resolve("evil.gpkg");
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = db.createStatement()) {
            sql.execute(
                    "CREATE TABLE gpkg_spatial_ref_sys (srs_id, organization, organization_coordsys_id, definition)");
            sql.execute("CREATE TABLE gpkg_contents (table_name, data_type)");
            sql.execute("CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id)");
            sql.execute("INSERT INTO gpkg_contents VALUES ('slow', 'features')");
            sql.execute("INSERT INTO gpkg_geometry_columns VALUES ('slow', 'geom', 4326)");
            sql.execute("CREATE VIEW slow AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                    + " SELECT i AS geom FROM n");
        }
        byte[] view = Files.readAllBytes(file);
        refusedSoon("evil.gpkg", view, Reason.CORRUPT, "evil.gpkg");
        refusedSoon("cut.gpkg", Arrays.copyOf(view, 5_000), Reason.CORRUPT, "cut.gpkg");
        refusedSoon("head.gpkg", Arrays.copyOf(view, 100), Reason.CORRUPT, "head.gpkg");
    }

    @Test
    void refusesFilesOfNoKnownKind() {
        refusedSoon("photo.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8}, Reason.UNKNOWN_FORMAT, "photo.jpg");
        refusedSoon("empty.zip", Zips.of(Map.of("readme.md", new byte[1])), Reason.UNKNOWN_FORMAT, "empty.zip");
        refusedSoon(
                "two.zip",
                Zips.of(Map.of("a.shp", new byte[1], "b.shp", new byte[1])),
                Reason.SEVERAL_LAYERS,
                "two.zip");
    }

    @Test
    void leavesNoTemporaryFileBehind() throws Exception {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        long before = uploads(temp);
        assertThatThrownBy(() -> Files4Test.read("bad.zip", new byte[] {'P', 'K', 3, 4, 0}))
                .isInstanceOf(FileRefused.class);
        Files4Test.read(
                "good.zip",
                Zips.of(Map.of(
                        "a.geojson", "{\"type\":\"Point\",\"coordinates\":[1,2]}".getBytes(StandardCharsets.UTF_8))));
        assertThat(uploads(temp)).isLessThanOrEqualTo(before);
    }

    private static long uploads(Path temp) throws Exception {
        try (var files = Files.list(temp)) {
            return files.filter(file -> file.getFileName().toString().startsWith("gridsight-"))
                    .count();
        }
    }
}
