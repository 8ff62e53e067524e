package org.gridsight.app.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridsight.app.grids.BaseLayer;
import org.gridsight.app.grids.GridMap;
import org.gridsight.app.grids.Grids;
import org.gridsight.roads.Road;
import org.gridsight.roads.RoadNetwork;
import org.gridsight.roads.UnusableRoads;
import org.gridsight.spatial.LngLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Keeps {@link Roads} supplied: with the customer's extract, or with the base map's layer of roads each time that layer
 * has changed. Networks are made apart from requests and kept in the data directory, one folder a source.
 */
@Component
class RoadKeeper implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RoadKeeper.class);

    private final ExecutorService maker =
            Executors.newSingleThreadExecutor(new CustomizableThreadFactory("road-maker-"));
    private final Roads roads;
    private final Grids grids;
    private final String extract;
    private final Path folder;

    /** Of the map whose roads are in place; touched by the scheduler alone. */
    private long mapVersion = -1;

    /** Of the source in place; touched by the maker alone. */
    private String source = "";

    RoadKeeper(Roads roads, Grids grids, DispatchSettings settings, @Value("${gridsight.data-dir}") String dataDir) {
        this.roads = roads;
        this.grids = grids;
        this.extract = settings.roads();
        this.folder = Path.of(dataDir, "roads");
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT1S")
    void compare() {
        GridMap map = grids.map();
        if (map.version() != mapVersion) {
            mapVersion = map.version();
            maker.execute(() -> supply(map));
        }
    }

    private void supply(GridMap map) {
        try {
            if (extract.isBlank()) {
                supplyLayer(roadsOf(map));
            } else {
                supplyExtract(Path.of(extract));
            }
        } catch (UnusableRoads | IOException e) {
            LOG.warn("No travel times by road, straight lines are used: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("No travel times by road, straight lines are used", e);
        }
    }

    private void supplyExtract(Path file) throws IOException {
        String name = nameOf(file.toAbsolutePath() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
        if (!name.equals(source)) {
            put(name, RoadNetwork.ofExtract(file, folder.resolve(name)));
        }
    }

    private void supplyLayer(List<Road> layer) throws IOException {
        String name = nameOf(layer.toString());
        if (layer.isEmpty()) {
            put("", null);
        } else if (!name.equals(source)) {
            put(name, RoadNetwork.ofLayer(layer, folder.resolve(name)));
        }
    }

    private void put(String name, @Nullable RoadNetwork network) throws IOException {
        roads.replace(network);
        source = name;
        forgetOthers();
    }

    private void forgetOthers() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> kept = Files.list(folder)) {
                kept.filter(old -> !old.getFileName().toString().equals(source)).forEach(RoadKeeper::delete);
            }
        }
    }

    private static void delete(Path old) {
        try {
            FileSystemUtils.deleteRecursively(old);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(String content) {
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static List<Road> roadsOf(GridMap map) {
        return map.layer(BaseLayer.ROADS).stream().flatMap(RoadKeeper::roads).toList();
    }

    private static Stream<Road> roads(BaseLayer.Feature feature) {
        Geometry shape = feature.shape();
        return IntStream.range(0, shape.getNumGeometries())
                .mapToObj(i -> shape.getGeometryN(i).getCoordinates())
                .filter(course -> course.length >= 2)
                .map(course -> new Road(
                        Arrays.stream(course).map(RoadKeeper::place).toList(),
                        feature.kind().equals("main")));
    }

    private static LngLat place(Coordinate vertex) {
        return new LngLat(vertex.x, vertex.y);
    }

    @Override
    public void destroy() {
        maker.shutdownNow();
        roads.replace(null);
    }
}
