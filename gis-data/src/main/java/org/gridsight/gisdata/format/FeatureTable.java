package org.gridsight.gisdata.format;

import java.nio.charset.Charset;
import java.util.List;
import org.gridsight.gisdata.crs.Crs;

/**
 * A file as read: the good rows, the faults of the bad ones, and how the file was understood.
 *
 * @param rows all rows met, good and bad
 * @param crsBasis where the coordinate system came from, for instance {@code given by the caller} or {@code grids.prj}
 * @param notes remarks for the person who sent the file: other layers left out, a wrong .cpg
 */
public record FeatureTable(
        FileFormat format,
        Crs crs,
        String crsBasis,
        Charset charset,
        List<String> columns,
        List<Feature> features,
        List<RowFault> faults,
        long rows,
        List<String> notes) {

    public FeatureTable {
        columns = List.copyOf(columns);
        features = List.copyOf(features);
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }
}
