/**
 * Coordinate reference systems. Everything is kept in CGCS2000 degrees, longitude first; this package converts from and
 * to what maps, phones and surveyors deliver: EPSG codes (GeoTools), GCJ-02, BD-09.
 *
 * <p>Invariants: x is east and y is north, whatever axis order an authority gives; the vectors of the coordinate corpus
 * (resource {@code corpus/coordinates.json}, read by JavaScript too) hold. WGS 84 counts as CGCS2000: in China they
 * differ by centimetres to decimetres. Only this package knows GeoTools.
 *
 * <p>Deliberately not here: heights, three-dimensional systems, guessing a system without being asked.
 */
@NullMarked
package org.gridsight.gisdata.crs;

import org.jspecify.annotations.NullMarked;
