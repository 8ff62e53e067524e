/**
 * Files with places in them: zipped shapefile, GeoPackage, GeoJSON, KML, CSV and ring CSV, read and written.
 *
 * <p>{@link org.gridsight.gisdata.format.FeatureFile} reads a whole file into a
 * {@link org.gridsight.gisdata.format.FeatureTable}; {@link org.gridsight.gisdata.format.CsvRows} streams large CSV;
 * {@link org.gridsight.gisdata.format.FeatureExport} writes. Geometries come out in CGCS2000 degrees beside their source.
 *
 * <p>Invariants: a bad row is a counted {@link org.gridsight.gisdata.format.RowFault} and stops nothing; a bad file is a
 * {@link org.gridsight.gisdata.format.FileRefused} that names row or path, and then nothing is handed out. Every size,
 * count and depth is bounded by {@link org.gridsight.gisdata.format.ReadLimits}. Names inside an archive are never used
 * as paths on disk.
 *
 * <p>Deliberately not here: network access, repair of bad geometry, guessing a coordinate system nobody named.
 */
@NullMarked
package org.gridsight.gisdata.format;

import org.jspecify.annotations.NullMarked;
