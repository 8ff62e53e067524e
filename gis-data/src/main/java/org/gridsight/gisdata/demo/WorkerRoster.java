package org.gridsight.gisdata.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * 43 grid workers: one for each grid and six mobile ones. Six are off duty: the person behind the demo account, the one of
 * the grid where a hotspot of the last weeks lies, and four more.
 */
final class WorkerRoster {

    private static final int MOBILE = 6;
    private static final int OFF_DUTY = 6;
    private static final List<String> EVERYDAY = List.of("SANITATION", "HAZARD", "HELP", "OTHER");
    private static final List<String> SPECIAL =
            List.of("DISPUTE", "SECURITY", "FOREST_FIRE", "TRAFFIC", "FLOOD", "FACILITY", "CAMERA_FAULT");

    /** Family, neighbours, houses; wages and other labour, contracts. */
    private static final List<String> AT_HOME = List.of("A01", "A02", "A03");

    private static final List<String> AT_WORK = List.of("A04", "A10", "A11");

    private final Town town;
    private final Division.Region thinGrid;

    /** @param thinGrid its only worker is off duty */
    WorkerRoster(Town town, Division.Region thinGrid) {
        this.town = town;
        this.thinGrid = thinGrid;
    }

    List<DemoWorker> workers() {
        Draws draws = town.draws("workers");
        List<Division.Region> grids = town.division().grids();
        List<Division.Region> posts = new ArrayList<>(grids);
        grids.stream()
                .sorted(Comparator.comparingInt((Division.Region g) -> -g.households()))
                .filter(g -> g != thinGrid)
                .limit(MOBILE)
                .forEach(posts::add);
        Set<Integer> off = offDuty(grids, draws);
        List<DemoWorker> workers = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            boolean mobile = i >= grids.size();
            DemoWorker.Post post =
                    new DemoWorker.Post(posts.get(i).code(), posts.get(i).seat().index(), mobile, !off.contains(i));
            String id = "W" + String.format(Locale.ROOT, "%03d", i + 1);
            List<String> skills = withCategories(skills(mobile, draws), i);
            workers.add(new DemoWorker(id, DemoPerson.numbered(i + 1), post, skills, i == demoAccount(grids)));
        }
        return List.copyOf(workers);
    }

    private Set<Integer> offDuty(List<Division.Region> grids, Draws draws) {
        Set<Integer> off = new HashSet<>();
        off.add(demoAccount(grids));
        off.add(grids.indexOf(thinGrid));
        while (off.size() < OFF_DUTY) {
            off.add(draws.below(grids.size()));
        }
        return off;
    }

    /** The worker of the first grid that is not the thinly staffed one. */
    private int demoAccount(List<Division.Region> grids) {
        return grids.get(0) == thinGrid ? 1 : 0;
    }

    /** Two of three who are trained for disputes are trained for some of them: at home, or at work. */
    private static List<String> withCategories(List<String> skills, int number) {
        if (!skills.contains("DISPUTE") || number % 3 == 0) {
            return skills;
        }
        List<String> more = new ArrayList<>(skills);
        more.addAll(number % 3 == 1 ? AT_HOME : AT_WORK);
        return List.copyOf(more);
    }

    private static List<String> skills(boolean mobile, Draws draws) {
        List<String> special = new ArrayList<>(SPECIAL);
        draws.shuffle(special);
        List<String> skills = new ArrayList<>(EVERYDAY);
        skills.addAll(special.subList(0, mobile ? 4 : 1 + draws.below(2)));
        Collections.sort(skills);
        return List.copyOf(skills);
    }
}
