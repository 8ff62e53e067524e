package org.gridsight.gisdata.format;

/** The formats we read and write. */
public enum FileFormat {
    SHAPEFILE("zip", "application/zip"),
    GEOPACKAGE("gpkg", "application/geopackage+sqlite3"),
    GEOJSON("geojson", "application/geo+json"),
    KML("kml", "application/vnd.google-earth.kml+xml"),
    CSV("csv", "text/csv"),
    RING_CSV("csv", "text/csv");

    private final String extension;
    private final String mediaType;

    FileFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
