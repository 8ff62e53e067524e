package org.gridsight.app.incidents.photos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** What only a kill or the passing of a day does. */
public final class PhotoBackDoor {

    private final ApplicationContext product;

    public PhotoBackDoor(ApplicationContext product) {
        this.product = product;
    }

    public void sweep() {
        product.getBean(PhotoSweep.class).sweep();
    }

    /** As a product killed after the last byte was flushed and before anything else leaves it. */
    public void flushed(UUID id, byte[] bytes) {
        try {
            Files.write(part(id), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path part(UUID id) {
        return product.getBean(PhotoFolder.class).part(id);
    }

    public Path photo(UUID id) {
        return product.getBean(PhotoFolder.class).photo(id, false);
    }
}
