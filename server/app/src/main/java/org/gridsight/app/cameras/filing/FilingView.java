package org.gridsight.app.cameras.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridsight.spatial.LngLat;

/** A line of the register on the wire. */
record FilingView(
        String cameraId,
        String name,
        FilingState state,
        Optional<LocalDate> firstUsedOn,
        Optional<LocalDate> dueOn,
        Optional<Long> daysLeft,
        Optional<LocalDate> filedOn,
        Optional<String> filingNumber,
        Optional<String> policeOffice,
        Optional<Integer> storageDays,
        Optional<String> deviceType,
        Optional<PointShape> location,
        Optional<LocalDate> changedOn,
        long version) {

    /** A GeoJSON point. */
    record PointShape(String type, List<Double> coordinates) {

        static PointShape of(LngLat place) {
            return new PointShape("Point", List.of(place.lng(), place.lat()));
        }
    }

    static FilingView of(Filing filing, int days, LocalDate today) {
        Optional<Filing.Filed> filed = Optional.ofNullable(filing.filed());
        return new FilingView(
                filing.camera().cameraId(),
                filing.camera().name(),
                filing.state(days, today),
                Optional.ofNullable(filing.firstUsedOn()),
                filing.dueOn(days),
                filing.daysLeft(days, today),
                filed.map(Filing.Filed::on),
                filed.map(Filing.Filed::number),
                filed.map(Filing.Filed::policeOffice),
                filed.map(Filing.Filed::storageDays),
                filed.map(Filing.Filed::deviceType),
                filing.camera().place().map(PointShape::of),
                Optional.ofNullable(filing.changedOn()),
                filing.version());
    }
}
