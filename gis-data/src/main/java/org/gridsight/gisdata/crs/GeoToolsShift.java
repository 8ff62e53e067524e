package org.gridsight.gisdata.crs;

import java.util.Locale;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.CoordinateOperation;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.OperationNotFoundException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.operation.AbstractCoordinateOperation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A system of the EPSG register or of a .prj text, by GeoTools. Systems on CGCS2000 or WGS 84 are only unprojected; others
 * get the datum shift of the register, or none (and an honest accuracy) where it has none. Math transforms are thread-safe.
 */
final class GeoToolsShift implements Shift {

    /** Datum differences of the older Chinese systems reach this; an upper guess, not a measurement. */
    private static final double UNKNOWN_DATUM_SHIFT_METRES = 150;

    private final MathTransform toDegrees;
    private final MathTransform fromDegrees;
    private final String method;
    private final double accuracyMetres;

    private GeoToolsShift(MathTransform toDegrees, String method, double accuracyMetres) throws FactoryException {
        this.toDegrees = toDegrees;
        try {
            this.fromDegrees = toDegrees.inverse();
        } catch (TransformException e) {
            throw new FactoryException("the projection has no inverse", e);
        }
        this.method = method;
        this.accuracyMetres = accuracyMetres;
    }

    /** @param crs two axes, east first */
    static GeoToolsShift of(CoordinateReferenceSystem crs, String name) throws FactoryException {
        GeographicCRS base = crs instanceof ProjectedCRS projected ? projected.getBaseCRS() : (GeographicCRS) crs;
        String datum =
                base.getDatum().getName().getCode().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (crs != base && (datum.contains("CHINA2000") || datum.contains("CGCS2000"))) {
            return new GeoToolsShift(
                    CRS.findMathTransform(crs, base), name + " unprojected to CGCS2000 degrees", 0.001);
        }
        GeographicCRS wgs84 = (GeographicCRS) CRS.decode("EPSG:4326", true);
        try {
            CoordinateOperation operation =
                    CRS.getCoordinateOperationFactory(false).createOperation(crs, wgs84);
            double accuracy = AbstractCoordinateOperation.getAccuracy(operation);
            return new GeoToolsShift(
                    operation.getMathTransform(),
                    name + " to WGS 84 degrees, taken as CGCS2000",
                    Math.max(0.5, Double.isNaN(accuracy) ? 0 : accuracy));
        } catch (OperationNotFoundException noDatumShift) {
            return new GeoToolsShift(
                    CRS.findMathTransform(crs, wgs84, true),
                    name + " to degrees without datum shift: the register has none",
                    UNKNOWN_DATUM_SHIFT_METRES);
        }
    }

    /** Metres in one unit of the first axis; 0 when it is an angle. */
    static double metresPerUnit(CoordinateReferenceSystem crs) {
        var unit = crs.getCoordinateSystem().getAxis(0).getUnit();
        try {
            return crs instanceof GeographicCRS
                    ? 0
                    : unit.getConverterToAny(unit.getSystemUnit()).convert(1.0);
        } catch (javax.measure.IncommensurableException e) {
            throw new IllegalStateException("unit " + unit + " has no base unit", e);
        }
    }

    static Envelope areaOfUse(CoordinateReferenceSystem crs) {
        GeographicBoundingBox box = CRS.getGeographicBoundingBox(crs);
        if (box == null || box.getWestBoundLongitude() > box.getEastBoundLongitude()) {
            return new Envelope(-180, 180, -90, 90);
        }
        return new Envelope(
                box.getWestBoundLongitude(), box.getEastBoundLongitude(),
                box.getSouthBoundLatitude(), box.getNorthBoundLatitude());
    }

    @Override
    public Coordinate toCgcs2000(Coordinate source) {
        return apply(toDegrees, source);
    }

    @Override
    public Coordinate fromCgcs2000(Coordinate degrees) {
        return apply(fromDegrees, degrees);
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public double accuracyMetres() {
        return accuracyMetres;
    }

    private static Coordinate apply(MathTransform transform, Coordinate in) {
        double[] xy = {in.x, in.y};
        try {
            transform.transform(xy, 0, xy, 0, 1);
        } catch (TransformException outsideTheProjection) {
            return new Coordinate(Double.NaN, Double.NaN);
        }
        return new Coordinate(xy[0], xy[1]);
    }
}
