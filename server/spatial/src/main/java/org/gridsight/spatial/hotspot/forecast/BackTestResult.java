package org.gridsight.spatial.hotspot.forecast;

import java.util.List;
import org.gridsight.spatial.hotspot.scan.Days;

/**
 * How a forecast did beside plain counts.
 *
 * @param ours pooled over the periods
 * @param plain pooled over the periods
 * @param gain difference of the pooled PAI with its 95 % interval
 */
public record BackTestResult(List<Period> periods, HitRate ours, HitRate plain, Difference gain) {

    /** One period. */
    public record Period(Days days, HitRate ours, HitRate plain) {}

    static BackTestResult of(List<Period> periods, Difference gain) {
        HitRate ours = HitRate.NONE;
        HitRate plain = HitRate.NONE;
        for (Period period : periods) {
            ours = ours.plus(period.ours());
            plain = plain.plus(period.plain());
        }
        return new BackTestResult(List.copyOf(periods), ours, plain, gain);
    }
}
