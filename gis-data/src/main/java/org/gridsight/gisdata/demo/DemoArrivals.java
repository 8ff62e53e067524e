package org.gridsight.gisdata.demo;

import java.time.Duration;
import java.time.Instant;
import org.gridsight.gisdata.demo.DemoIncident.Matter;
import org.gridsight.gisdata.demo.DemoIncident.Place;
import org.gridsight.gisdata.demo.DemoIncident.Report;

/**
 * What comes in while the demo lives: now and then a matter of the season at an ordinary place, day and night, because
 * whoever watches a demo may watch it at any hour. A function of seed and time alone. Immutable, safe for any thread.
 */
public final class DemoArrivals {

    private static final double OCCASIONAL = 0.02;
    private static final double RAINY_SEASON = 0.08;

    /** A report that has not been made yet: the product takes it in through its own door. */
    public record Arrival(Instant at, Matter matter, Place place, Report report) {}

    private final Draws draws;
    private final long slotSeconds;
    private final Phrases phrases = new Phrases();
    private final Background background;
    private final CaseWriter writer;

    /** @param mean time between arrivals, at least one minute */
    public DemoArrivals(DemoTownship township, Duration mean) {
        if (mean.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("mean time between arrivals must be at least one minute, was " + mean);
        }
        Town town = township.town();
        this.draws = town.draws("arrivals");
        this.slotSeconds = mean.toSeconds();
        this.background = new Background(town, phrases);
        this.writer = new CaseWriter(town, new TownPlane());
    }

    /** The first arrival after a moment. */
    public Arrival next(Instant after) {
        long slot = Math.floorDiv(after.getEpochSecond(), slotSeconds);
        Instant at = moment(slot);
        while (!at.isAfter(after)) {
            slot++;
            at = moment(slot);
        }
        return arrival(at, draws.branch(slot).branch("matter"));
    }

    /** One arrival in each slot, anywhere in it. */
    private Instant moment(long slot) {
        return Instant.ofEpochSecond(slot * slotSeconds + draws.branch(slot).below((int) slotSeconds));
    }

    private Arrival arrival(Instant at, Draws own) {
        Kind kind = Kind.values()[own.weighted(weights(Rhythm.day(at).getMonthValue()))];
        Instant happened = at.minusSeconds(60 + own.below(1200));
        Draft draft = background.anywhere(phrases.pick(kind, own), happened, own);
        draft.received = at;
        return new Arrival(at, writer.matter(draft, own), writer.place(draft, own), writer.report(draft, own));
    }

    private static double[] weights(int month) {
        Kind[] kinds = Kind.values();
        double[] weights = new double[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            double season = kinds[i] == Kind.FLOOD && month >= 6 && month <= 8 ? RAINY_SEASON : OCCASIONAL;
            weights[i] = kinds[i].share() > 0 ? kinds[i].share() * kinds[i].monthFactor(month) : season;
        }
        return weights;
    }
}
