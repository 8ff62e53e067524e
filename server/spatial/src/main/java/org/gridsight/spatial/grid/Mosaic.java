package org.gridsight.spatial.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Faces that fit exactly beside each other, and their merging: a face that is too small for a cell joins the neighbour
 * with which it shares the longest border. A face without neighbours (an islet) stays.
 */
final class Mosaic {

    private final List<Polygon> faces;
    private final List<Set<Integer>> members = new ArrayList<>();
    private final double[] areas;
    /** Per face its neighbours and the metres shared with each. Sorted, so that equal lengths go to the first. */
    private final List<TreeMap<Integer, Double>> borders = new ArrayList<>();

    Mosaic(List<Polygon> faces) {
        this.faces = List.copyOf(faces);
        areas = new double[faces.size()];
        for (int i = 0; i < areas.length; i++) {
            areas[i] = faces.get(i).getArea();
            members.add(new HashSet<>(Set.of(i)));
            borders.add(new TreeMap<>());
        }
        findBorders();
    }

    private void findBorders() {
        Map<Set<Coordinate>, Integer> firstOwner = new HashMap<>();
        for (int face = 0; face < faces.size(); face++) {
            Polygon polygon = faces.get(face);
            addEdges(polygon.getExteriorRing(), face, firstOwner);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                addEdges(polygon.getInteriorRingN(hole), face, firstOwner);
            }
        }
    }

    private void addEdges(LineString ring, int face, Map<Set<Coordinate>, Integer> firstOwner) {
        CoordinateSequence points = ring.getCoordinateSequence();
        for (int i = 1; i < points.size(); i++) {
            Coordinate from = points.getCoordinate(i - 1);
            Coordinate to = points.getCoordinate(i);
            Integer other = firstOwner.putIfAbsent(Set.of(from, to), face);
            if (other != null && other != face) {
                borders.get(face).merge(other, from.distance(to), Double::sum);
                borders.get(other).merge(face, from.distance(to), Double::sum);
            }
        }
    }

    /** Merges the smallest first, until every cell has the area or no neighbour. */
    void mergeBelow(double minArea) {
        TreeSet<Integer> small = new TreeSet<>(
                Comparator.<Integer>comparingDouble(face -> areas[face]).thenComparing(Comparator.naturalOrder()));
        for (int face = 0; face < areas.length; face++) {
            if (areas[face] < minArea) {
                small.add(face);
            }
        }
        while (!small.isEmpty()) {
            int face = small.pollFirst();
            int neighbour = longestBorder(face);
            if (neighbour >= 0) {
                small.remove(neighbour);
                merge(face, neighbour);
                if (areas[neighbour] < minArea) {
                    small.add(neighbour);
                }
            }
        }
    }

    /** The cell a face shares the longest border with, or -1. */
    int longestBorder(int face) {
        int best = -1;
        double longest = 0;
        for (Map.Entry<Integer, Double> border : borders.get(face).entrySet()) {
            if (border.getValue() > longest) {
                longest = border.getValue();
                best = border.getKey();
            }
        }
        return best;
    }

    /** The face ceases to be a cell of its own. */
    void merge(int face, int into) {
        members.get(into).addAll(members.get(face));
        members.get(face).clear();
        areas[into] += areas[face];
        areas[face] = 0;
        borders.get(face).forEach((other, metres) -> {
            borders.get(other).remove(face);
            if (other != into) {
                borders.get(into).merge(other, metres, Double::sum);
                borders.get(other).merge(into, metres, Double::sum);
            }
        });
        borders.get(face).clear();
    }

    boolean holds(int face) {
        return !members.get(face).isEmpty();
    }

    double area(int face) {
        return areas[face];
    }

    /** The cell that has grown around a face. */
    Polygon cell(int face) {
        List<Integer> parts = members.get(face).stream().sorted().toList();
        if (parts.size() == 1) {
            return faces.get(parts.get(0));
        }
        Geometry union = CoverageUnion.union(parts.stream().map(faces::get).toArray(Geometry[]::new));
        if (!(union instanceof Polygon polygon)) {
            throw new IllegalStateException(
                    "cells that share a border must join to one polygon, became a " + union.getGeometryType());
        }
        polygon.normalize();
        return polygon;
    }

    List<Polygon> cells() {
        List<Polygon> cells = new ArrayList<>();
        for (int face = 0; face < areas.length; face++) {
            if (holds(face)) {
                cells.add(cell(face));
            }
        }
        return cells;
    }
}
