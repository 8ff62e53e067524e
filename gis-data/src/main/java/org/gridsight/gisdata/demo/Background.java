package org.gridsight.gisdata.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Ordinary life without clusters: a Poisson stream by kind and day, spread over the hamlets by households. */
final class Background {

    private static final double SPREAD_METRES = 160;
    private static final String[] SOURCES = {
        "GRID_PATROL", "PUBLIC_REPORT", "HOTLINE_12345", "WINDOW", "POLICE_TRANSFER", "SUPERIOR", "PETITION"
    };
    private static final double[] SOURCE_WEIGHTS = {46, 28, 10, 9, 3, 2, 2};

    /** Numbers of people who are neither workers nor staff. */
    private static final int FIRST_CITIZEN = 200;

    private static final int CITIZENS = 9_000;

    private final Town town;
    private final Phrases phrases;
    private final double[] shares;

    Background(Town town, Phrases phrases) {
        this.town = town;
        this.phrases = phrases;
        this.shares = town.householdShares();
    }

    /** Each day has a stream of its own: the same day is the same whatever days are asked for with it. */
    List<Draft> days(LocalDate from, LocalDate to, Draws draws) {
        List<Draft> drafts = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Draws daily = draws.branch(day.toEpochDay());
            for (Kind kind : Kind.WITH_SHARE) {
                int count = daily.poisson(Rhythm.expected(kind, day));
                for (int i = 0; i < count; i++) {
                    drafts.add(anywhere(phrases.pick(kind, daily), Rhythm.moment(day, daily), daily));
                }
            }
        }
        return drafts;
    }

    Draft anywhere(Phrases.Topic topic, Instant moment, Draws draws) {
        return near(town.hamlets().get(draws.weighted(shares)), topic, moment, draws);
    }

    Draft near(Hamlet hamlet, Phrases.Topic topic, Instant moment, Draws draws) {
        Coordinate at;
        do {
            at = TownPlane.snapped(
                    hamlet.at().x + SPREAD_METRES * draws.gaussian(), hamlet.at().y + SPREAD_METRES * draws.gaussian());
        } while (!town.contains(at));
        return reported(new Draft(topic, hamlet, at, moment), draws);
    }

    /** Fills in who told whom, a few minutes after it happened. */
    Draft reported(Draft draft, Draws draws) {
        draft.source = SOURCES[draws.weighted(SOURCE_WEIGHTS)];
        draft.reporter = draft.source.equals("GRID_PATROL") ? workerNumber(draft.hamlet) : citizen(draws);
        draft.wording = draws.below(draft.topic.wordings().size());
        draft.received = Rhythm.later(draft.happened, draws.between(0.02, 0.7));
        return draft;
    }

    static int citizen(Draws draws) {
        return FIRST_CITIZEN + draws.below(CITIZENS);
    }

    /** Worker n belongs to the n-th grid and is person n. */
    private int workerNumber(Hamlet hamlet) {
        return 1 + town.division().grids().indexOf(town.division().gridOf(hamlet));
    }
}
