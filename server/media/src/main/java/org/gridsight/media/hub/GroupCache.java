package org.gridsight.media.hub;

import java.util.ArrayList;
import java.util.List;
import org.gridsight.media.fmp4.Fragment;
import org.gridsight.media.fmp4.StreamPart;

/**
 * The pictures since the last key picture and the sound since then, so that who comes late sees something at once. Guarded by
 * the hub's lock.
 */
final class GroupCache {

    private final int mostBytes;
    private final int mostPictures;
    private final List<StreamPart> parts = new ArrayList<>();
    private int pictures;
    private int bytes;

    GroupCache(int mostBytes, int mostPictures) {
        this.mostBytes = mostBytes;
        this.mostPictures = mostPictures;
    }

    /** A group that grows beyond the bounds is forgotten up to the next key picture: half of it shows nothing. */
    void add(StreamPart part) {
        boolean picture = part instanceof Fragment;
        if (part instanceof Fragment fragment && fragment.key()) {
            clear();
        } else if (parts.isEmpty()) {
            return;
        }
        parts.add(part);
        pictures += picture ? 1 : 0;
        bytes += part.bytes().length;
        if (bytes > mostBytes || pictures > mostPictures) {
            clear();
        }
    }

    List<StreamPart> parts() {
        return parts;
    }

    /** Without the sound. */
    List<Fragment> pictures() {
        return parts.stream()
                .filter(Fragment.class::isInstance)
                .map(Fragment.class::cast)
                .toList();
    }

    void clear() {
        parts.clear();
        pictures = 0;
        bytes = 0;
    }
}
