package org.gridsight.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridsight.benchmarks.CameraTown.TrueCamera;
import org.gridsight.spatial.LngLat;
import org.gridsight.spatial.sight.Buildings;
import org.gridsight.spatial.sight.SightRanking;
import org.gridsight.spatial.sight.SightRanking.Viewpoint;
import org.gridsight.spatial.sight.ViewCone;
import org.locationtech.jts.geom.Coordinate;

/**
 * Incidents in sight of a true camera in synthetic townships: how often it is among the first three, by the ranking, by
 * cones alone and by distance alone, on the same incidents. The rankings get the catalogue: positions wrong by 3 m along
 * each axis (one in twenty by 12 m), headings by 8 degrees or given as one of eight directions, the nominal view and
 * range of true ones that differ by a tenth; and the place as reported, wrong by its accuracy.
 */
final class SightStudy {

    static final int CAMERAS = 200;
    static final int INCIDENTS = 200;
    private static final int FIRST = 3;
    private static final int TOWNS = 20;
    private static final long FIRST_SEED = 1_001;

    /** What a ranking is given: how wrong the catalogue is in its own units, and the accuracy of places. */
    record Setting(String name, double catalogue, double accuracyMetres) {}

    /** How often the true camera was among the first three, and the very first one really sees the place. */
    record Hits(Tally ranking, Tally cones, Tally distance) {

        static final Hits NONE = new Hits(Tally.NONE, Tally.NONE, Tally.NONE);

        Hits plus(Hits other) {
            return new Hits(ranking.plus(other.ranking), cones.plus(other.cones), distance.plus(other.distance));
        }
    }

    /** The hits of one ranking. */
    record Tally(int inFirstThree, int firstSees, int incidents) {

        static final Tally NONE = new Tally(0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    inFirstThree + other.inFirstThree, firstSees + other.firstSees, incidents + other.incidents);
        }

        double share() {
            return (double) inFirstThree / incidents;
        }

        String text() {
            return String.format(
                    Locale.ROOT, "%.1f %% (first one sees %.1f %%)", 100 * share(), 100.0 * firstSees / incidents);
        }
    }

    static final List<Setting> SETTINGS = List.of(
            new Setting("exact catalogue, exact place", 0, 0),
            new Setting("real catalogue, exact place", 1, 0),
            new Setting("real catalogue, place within 10 m", 1, 10),
            new Setting("twice as wrong, place within 20 m", 2, 20));

    private SightStudy() {}

    public static void main(String[] none) {
        for (Setting setting : SETTINGS) {
            Hits all = Hits.NONE;
            double worst = 1;
            for (long seed = FIRST_SEED; seed < FIRST_SEED + TOWNS; seed++) {
                Hits town = run(seed, setting);
                worst = Math.min(worst, town.ranking().share());
                all = all.plus(town);
            }
            String result = String.format(
                    Locale.ROOT,
                    "true camera in the first 3: %s, worst of %d towns %.1f %%; cones alone %s; distance alone %s",
                    all.ranking().text(),
                    TOWNS,
                    100 * worst,
                    all.cones().text(),
                    all.distance().text());
            Row.print(SightStudy.class, CAMERAS + " cameras, " + setting.name(), result, ">= 95 %");
        }
    }

    static Hits run(long seed, Setting setting) {
        CameraTown town = new CameraTown(seed, CAMERAS);
        Random random = new Random(seed * 31 + 7);
        List<Viewpoint> catalogue = town.cameras().stream()
                .map(camera -> listed(camera, setting.catalogue(), random))
                .toList();
        List<TrueCamera> online =
                town.cameras().stream().filter(TrueCamera::online).toList();
        SightRanking ranking = new SightRanking(catalogue, Buildings.inMetres(CameraTown.PLANE, town.houses()));
        Hits hits = Hits.NONE;
        for (int i = 0; i < INCIDENTS; i++) {
            TrueCamera seeing = online.get(random.nextInt(online.size()));
            Coordinate where = town.placeInSightOf(seeing, random);
            double sigma = setting.accuracyMetres() / 1.509;
            LngLat told = CameraTown.PLANE.toPlace(
                    new Coordinate(where.x + sigma * random.nextGaussian(), where.y + sigma * random.nextGaussian()));
            Set<String> seers = online.stream()
                    .filter(camera -> town.sees(camera, where))
                    .map(TrueCamera::id)
                    .collect(Collectors.toSet());
            List<String> ranked = ranking.seeing(told, setting.accuracyMetres(), FIRST).stream()
                    .map(SightRanking.Ranked::id)
                    .toList();
            hits = hits.plus(new Hits(
                    tally(ranked, seeing, seers),
                    tally(first(catalogue, byCones(told)), seeing, seers),
                    tally(first(catalogue, byDistance(told)), seeing, seers)));
        }
        return hits;
    }

    private static Tally tally(List<String> ranked, TrueCamera seeing, Set<String> seers) {
        return new Tally(ranked.contains(seeing.id()) ? 1 : 0, seers.contains(ranked.get(0)) ? 1 : 0, 1);
    }

    /** A camera as a catalogue lists it. */
    private static Viewpoint listed(TrueCamera camera, double wrong, Random random) {
        double sigma = wrong * (random.nextInt(20) == 0 ? 12 : 3);
        Coordinate at = new Coordinate(
                camera.at().x + sigma * random.nextGaussian(), camera.at().y + sigma * random.nextGaussian());
        boolean eighths = wrong > 0 && random.nextInt(10) < 4;
        double heading =
                eighths ? 45 * Math.rint(camera.bearing() / 45) : camera.bearing() + wrong * 8 * random.nextGaussian();
        double view = camera.fieldOfView() * (1 + wrong * 0.1 * (random.nextDouble() - 0.5));
        double range = camera.range() * (1 + wrong * 0.2 * (random.nextDouble() - 0.5));
        return new Viewpoint(
                camera.id(),
                new ViewCone(CameraTown.PLANE.toPlace(at), heading, view, range),
                camera.online(),
                camera.ptz());
    }

    private static List<String> first(List<Viewpoint> cameras, Comparator<Viewpoint> order) {
        return cameras.stream().sorted(order).limit(FIRST).map(Viewpoint::id).toList();
    }

    /** What most platforms do: the nearest cameras that answer. */
    private static Comparator<Viewpoint> byDistance(LngLat place) {
        return Comparator.comparing((Viewpoint camera) -> !camera.online())
                .thenComparingDouble(camera -> camera.cone().camera().metresTo(place));
    }

    /** Cones without houses or doubt: those that look at it, those online, the nearer ones. */
    private static Comparator<Viewpoint> byCones(LngLat place) {
        return Comparator.comparing((Viewpoint camera) -> !camera.cone().contains(place))
                .thenComparing(byDistance(place));
    }
}
