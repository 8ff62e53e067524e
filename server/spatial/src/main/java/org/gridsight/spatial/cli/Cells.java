package org.gridsight.spatial.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gridsight.spatial.UnusableInput;
import org.gridsight.spatial.hotspot.FalseDiscovery;
import org.gridsight.spatial.hotspot.Neighbourhood;
import org.gridsight.spatial.hotspot.SquareCells;
import org.locationtech.jts.geom.Geometry;

/** The options that say which cells there are and which of them are near each other, the same for every command. */
final class Cells {

    static final Option CELL =
            new Option("cell", "METRES", "side of the square cells: floor(x / side), floor(y / side)");
    static final Option DISTANCE = new Option("distance", "METRES", "near: centres at most so far apart");
    static final Option QUEEN = new Option("queen", "", "near: the eight cells around (default)");
    static final Option BOUNDARY = new Option(
            "boundary",
            "FILE",
            "cells with their centre inside (GeoJSON, or ring CSV X,Y,L1,L2,L3); default: all in the range of the points");

    private static final Option FDR = new Option("fdr", "SHARE", "false discovery rate, default 0.05");

    /** The options of a command that believes in cells near each other. */
    private static final List<Option> BELIEF = List.of(CELL, DISTANCE, QUEEN, BOUNDARY, FDR);

    private Cells() {}

    /** A command's own options, then those for cells and their test. */
    static Option[] andOwn(Option... own) {
        return Stream.concat(Stream.of(own), BELIEF.stream()).toArray(Option[]::new);
    }

    /** The cells inside {@code --boundary}, or all between the outermost points. */
    static SquareCells of(Call call, Places places) throws IOException {
        Options options = call.options();
        double side = options.positive(CELL);
        if (!options.has(BOUNDARY)) {
            return SquareCells.covering(places.points(), side);
        }
        Geometry area = BoundaryFile.read(Path.of(options.text(BOUNDARY)), places);
        SquareCells cells = SquareCells.inside(area, side);
        for (int i = 0; i < places.size(); i++) {
            if (area.getEnvelopeInternal()
                    .contains(places.points().x(i), places.points().y(i))) {
                return cells;
            }
        }
        if (places.size() > 0) {
            throw new UnusableInput(
                    "no point lies within the range of the boundary; are both in the same coordinates?");
        }
        return cells;
    }

    /** The rate of false discoveries; refuses, before anything is read, cells that mean nothing. */
    static FalseDiscovery falseDiscovery(Options options) {
        if (options.has(DISTANCE) && options.has(QUEEN)) {
            throw new UnusableInput("give --distance or --queen, not both");
        }
        if (options.has(DISTANCE)) {
            options.positive(DISTANCE);
        }
        options.positive(CELL);
        return new FalseDiscovery(options.share(FDR, 0.05));
    }

    static Neighbourhood near(Options options, SquareCells cells) {
        return options.has(DISTANCE) ? cells.within(options.positive(DISTANCE)) : cells.queen();
    }
}
