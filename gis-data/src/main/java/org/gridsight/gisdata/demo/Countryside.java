package org.gridsight.gisdata.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** The bare land: a star-shaped border of 90.6 square kilometres and the natural villages thrown into it as darts. */
final class Countryside {

    static final int HAMLETS = 108;

    private static final double AREA = 90.6e6;
    private static final int BORDER_POINTS = 180;
    private static final double STRETCH = 1.25;
    private static final double SPACING = 520;
    private static final double MARGIN = 250;
    private static final double TOTAL_HOUSEHOLDS = 11_000;
    private static final double PEOPLE_PER_HOUSEHOLD = 32_000.0 / 11_000;

    private final Polygon border;
    private final List<Hamlet> hamlets;

    Countryside(Draws draws) {
        this.border = border(draws.branch("border"));
        List<Coordinate> places = places(draws.branch("places"));
        int[] households = households(draws.branch("households"), places);
        List<String> names = names(draws.branch("names"));
        Draws people = draws.branch("people");
        List<Hamlet> all = new ArrayList<>(HAMLETS);
        for (int i = 0; i < HAMLETS; i++) {
            int heads = (int) StrictMath.rint(households[i] * PEOPLE_PER_HOUSEHOLD * people.between(0.93, 1.07));
            all.add(new Hamlet(i, names.get(i), places.get(i), households[i], heads));
        }
        this.hamlets = List.copyOf(all);
    }

    Polygon border() {
        return border;
    }

    List<Hamlet> hamlets() {
        return hamlets;
    }

    /** The hamlet of the town hall: the one nearest to the middle of the town, which is also the largest. */
    Hamlet seat() {
        return nearest(hamlets, TownPlane.CENTRE);
    }

    static Hamlet nearest(List<Hamlet> hamlets, Coordinate place) {
        return hamlets.stream()
                .min(Comparator.comparingDouble(h -> h.at().distance(place)))
                .orElseThrow();
    }

    private static Polygon border(Draws draws) {
        double[] cosines = new double[9];
        double[] sines = new double[9];
        for (int k = 2; k <= 8; k++) {
            cosines[k] = 0.16 / k * draws.gaussian();
            sines[k] = 0.16 / k * draws.gaussian();
        }
        Coordinate[] ring = new Coordinate[BORDER_POINTS + 1];
        for (int i = 0; i < BORDER_POINTS; i++) {
            double angle = 2 * StrictMath.PI * i / BORDER_POINTS;
            double radius = 1;
            for (int k = 2; k <= 8; k++) {
                radius += cosines[k] * StrictMath.cos(k * angle) + sines[k] * StrictMath.sin(k * angle);
            }
            radius = Math.min(1.5, Math.max(0.6, radius));
            ring[i] = new Coordinate(STRETCH * radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
        }
        ring[BORDER_POINTS] = ring[0].copy();
        Polygon unit = TownPlane.DEGREES.createPolygon(ring);
        double scale = StrictMath.sqrt(AREA / unit.getArea());
        AffineTransformation placed =
                AffineTransformation.scaleInstance(scale, scale).translate(TownPlane.CENTRE.x, TownPlane.CENTRE.y);
        Coordinate[] metres = placed.transform(unit).getCoordinates();
        for (Coordinate vertex : metres) {
            TownPlane.DECIMETRE.makePrecise(vertex);
        }
        return TownPlane.METRES.createPolygon(metres);
    }

    private List<Coordinate> places(Draws draws) {
        Envelope box = border.getEnvelopeInternal();
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(border.buffer(-MARGIN));
        List<Coordinate> places = new ArrayList<>(HAMLETS);
        while (places.size() < HAMLETS) {
            Coordinate dart = new Coordinate(
                    draws.between(box.getMinX(), box.getMaxX()), draws.between(box.getMinY(), box.getMaxY()));
            TownPlane.DECIMETRE.makePrecise(dart);
            boolean free = places.stream().allMatch(other -> other.distance(dart) >= SPACING);
            if (free && inside.locate(dart) == Location.INTERIOR) {
                places.add(dart);
            }
        }
        return places;
    }

    private static int[] households(Draws draws, List<Coordinate> places) {
        double[] raw = new double[HAMLETS];
        double sum = 0;
        int largest = 0;
        int middle = 0;
        for (int i = 0; i < HAMLETS; i++) {
            raw[i] = StrictMath.exp(StrictMath.log(85) + 0.55 * draws.gaussian());
            sum += raw[i];
            largest = raw[i] > raw[largest] ? i : largest;
            middle = places.get(i).distance(TownPlane.CENTRE)
                            < places.get(middle).distance(TownPlane.CENTRE)
                    ? i
                    : middle;
        }
        // the town seat grew around the largest hamlet
        double held = raw[middle];
        raw[middle] = raw[largest];
        raw[largest] = held;
        int[] households = new int[HAMLETS];
        for (int i = 0; i < HAMLETS; i++) {
            households[i] = Math.max(20, (int) StrictMath.rint(raw[i] * TOTAL_HOUSEHOLDS / sum));
        }
        return households;
    }

    private static List<String> names(Draws draws) {
        List<String> names = new ArrayList<>();
        for (String first : "上 下 前 后 东 西 南 北 大 小".split(" ")) {
            for (String tree : "柳 石 杨 槐 沙 泉 荷 松 梨 枣 榆 桃 莲 竹 麦 云 桑 枫".split(" ")) {
                for (String ground : "庄 峪 沟 湾 洼 崖 坡 岭 埠 铺 屯 营 桥".split(" ")) {
                    names.add(first + tree + ground);
                }
            }
        }
        draws.shuffle(names);
        return List.copyOf(names.subList(0, HAMLETS));
    }
}
