package org.gridsight.spatial.cli;

import java.io.IOException;
import java.util.List;
import org.gridsight.spatial.PlanarPoints;

/** Writes the metres that every other command computes with, so that cells can be found again from degrees. */
final class ProjectCommand implements Command {

    @Override
    public String name() {
        return "project";
    }

    @Override
    public String summary() {
        return "metres of degrees, as all commands use them: id,x,y";
    }

    @Override
    public List<Option> options() {
        return Option.withPoints();
    }

    @Override
    public Json run(Call call) throws IOException {
        Places places = call.places();
        PlanarPoints points = places.points();
        call.write("id,x,y", out -> {
            for (int i = 0; i < points.size(); i++) {
                out.id(places, i).number(points.x(i)).number(points.y(i)).end();
            }
        });
        return places.figures();
    }
}
