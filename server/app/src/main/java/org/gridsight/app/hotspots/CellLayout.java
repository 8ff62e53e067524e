package org.gridsight.app.hotspots;

import java.util.Optional;
import org.gridsight.spatial.Run;
import org.gridsight.spatial.hotspot.Neighbourhood;
import org.locationtech.jts.geom.Geometry;

/** The cells of the town that a study counts in, empty ones too: squares of the plane, or hexagons of H3. */
interface CellLayout {

    /** Of a case that lies in no cell. */
    int NOWHERE = -1;

    /** As the parameters of the study say. */
    static CellLayout of(Question question) {
        Parameters given = question.parameters();
        return given.choice("cells").equals("H3")
                ? HexagonLayout.inside(question.terrain(), given.whole("resolution"))
                : SquareLayout.inside(question.terrain(), given.number("cell"));
    }

    int size();

    /** The cell that holds a case, or {@value #NOWHERE}. */
    int at(CaseSet cases, int i);

    /** Each cell with those that touch it. */
    Neighbourhood touching();

    /** Each cell with those whose centre is at most so far from its own. */
    Neighbourhood within(double metres);

    /** Some cells with exactly their sides, as far as the town reaches. */
    Optional<Geometry> shape(int[] chosen);

    /** The cell of every case. */
    default PlacedCases place(CaseSet cases, Run run) {
        int[] cells = new int[cases.size()];
        run.each(cells.length, 1 << 12, (from, to) -> {
            for (int i = from; i < to; i++) {
                cells[i] = at(cases, i);
            }
        });
        return new PlacedCases(cases, cells, size());
    }
}
