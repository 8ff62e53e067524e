package org.gridsight.app.hotspots;

import java.util.Optional;
import org.gridsight.spatial.hotspot.Neighbourhood;
import org.gridsight.spatial.hotspot.SquareCells;
import org.locationtech.jts.geom.Geometry;

/** Squares whose centre lies inside the town. */
record SquareLayout(Terrain terrain, SquareCells cells) implements CellLayout {

    static SquareLayout inside(Terrain terrain, double side) {
        return new SquareLayout(terrain, SquareCells.inside(terrain.outline(), side));
    }

    @Override
    public int size() {
        return cells.size();
    }

    @Override
    public int at(CaseSet cases, int i) {
        return cells.at(cases.points().x(i), cases.points().y(i));
    }

    @Override
    public Neighbourhood touching() {
        return cells.queen();
    }

    @Override
    public Neighbourhood within(double metres) {
        return cells.within(metres);
    }

    @Override
    public Optional<Geometry> shape(int[] chosen) {
        return terrain.of(cells, chosen);
    }
}
