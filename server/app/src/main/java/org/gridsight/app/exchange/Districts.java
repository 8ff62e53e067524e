package org.gridsight.app.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Groups cells into districts of about equal number by halving the place again and again across its longer side, so that
 * each stays compact. Deterministic; districts and the cells in them come in the order of the cells.
 */
final class Districts {

    private static final int MOST_CELLS = 60;

    private final List<Coordinate> middles;
    private final List<List<Integer>> groups = new ArrayList<>();

    private Districts(List<Coordinate> middles) {
        this.middles = middles;
    }

    /** @return for each cell the number of its district, from 0 */
    static int[] of(List<Coordinate> middles) {
        Districts districts = new Districts(middles);
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < middles.size(); i++) {
            all.add(i);
        }
        districts.halve(all);
        districts.groups.sort(Comparator.comparing(
                group -> group.stream().min(Integer::compare).orElse(0)));
        int[] numbers = new int[middles.size()];
        for (int number = 0; number < districts.groups.size(); number++) {
            for (int cell : districts.groups.get(number)) {
                numbers[cell] = number;
            }
        }
        return numbers;
    }

    private void halve(List<Integer> cells) {
        if (cells.size() <= MOST_CELLS) {
            groups.add(cells);
            return;
        }
        Envelope box = new Envelope();
        cells.forEach(cell -> box.expandToInclude(middles.get(cell)));
        Comparator<Integer> along = box.getWidth() >= box.getHeight()
                ? Comparator.comparingDouble(cell -> middles.get(cell).x)
                : Comparator.comparingDouble(cell -> middles.get(cell).y);
        List<Integer> sorted = new ArrayList<>(cells);
        sorted.sort(along.thenComparing(Comparator.naturalOrder()));
        int middle = sorted.size() / 2;
        halve(sorted.subList(0, middle));
        halve(sorted.subList(middle, sorted.size()));
    }
}
