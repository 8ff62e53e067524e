package org.gridsight.gisdata.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class WktTextTest {

    private static final String DEGREES = "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
            + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]]";

    private static String belt(double meridian, double falseEasting, String projection) {
        return "PROJCS[\"some belt\"," + DEGREES + ",PROJECTION[\"" + projection + "\"],PARAMETER[\"False_Easting\","
                + falseEasting + "],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\"," + meridian
                + "],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
    }

    @Test
    void recognisesChineseBeltsWithoutACode() {
        assertThat(Crs.fromWkt(belt(117, 500_000, "Gauss_Kruger")).name()).isEqualTo("EPSG:4548");
        assertThat(Crs.fromWkt(belt(117, 39_500_000, "Gauss_Kruger")).name()).isEqualTo("EPSG:4527");
        assertThat(Crs.fromWkt(belt(120, 500_000, "Transverse_Mercator")).name())
                .isEqualTo("EPSG:4549");
        assertThat(Crs.fromWkt(DEGREES).name()).isEqualTo("EPSG:4490");
    }

    @Test
    void computesABeltThatIsInNoRegister() {
        Crs own = Crs.fromWkt(belt(117.5, 500_000, "Gauss_Kruger"));
        Coordinate there = own.fromCgcs2000(new Coordinate(117.5, 36));
        assertThat(own.name()).startsWith("WKT:");
        assertThat(there.x).isCloseTo(500_000, within(0.001));
        assertThat(there.y).isCloseTo(3985542.670, within(0.001));
    }

    @Test
    void dropsAxisClauses() {
        String northFirst = belt(117, 500_000, "Transverse_Mercator")
                .replace("UNIT[\"Meter\",1.0]]", "UNIT[\"Meter\",1.0],AXIS[\"X\",NORTH],AXIS[\"Y\",EAST]]");
        assertThat(Crs.fromWkt(northFirst).name()).isEqualTo("EPSG:4548");
    }

    @Test
    void prefersTheCodeInTheText() {
        assertThat(Crs.fromWkt(belt(117, 500_000, "Transverse_Mercator")
                                .replaceAll("]$", ",AUTHORITY[\"EPSG\",\"4548\"]]"))
                        .name())
                .isEqualTo("EPSG:4548");
    }

    @Test
    void refusesTextThatIsNoSystem() {
        assertThatThrownBy(() -> Crs.fromWkt("hello")).isInstanceOf(CrsRefused.class);
        assertThatThrownBy(() -> Crs.fromWkt("")).isInstanceOf(CrsRefused.class);
        assertThatThrownBy(() -> Crs.fromWkt("PROJCS[".repeat(5_000))).isInstanceOf(CrsRefused.class);
    }
}
