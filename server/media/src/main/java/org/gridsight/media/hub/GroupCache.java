package org.gridsight.media.hub;

import java.util.ArrayList;
import java.util.List;
import org.gridsight.media.fmp4.Fragment;

/** The pictures since the last key picture, so that who comes late sees something at once. Guarded by the hub's lock. */
final class GroupCache {

    private final int mostBytes;
    private final int mostPictures;
    private final List<Fragment> pictures = new ArrayList<>();
    private int bytes;

    GroupCache(int mostBytes, int mostPictures) {
        this.mostBytes = mostBytes;
        this.mostPictures = mostPictures;
    }

    /** A group that grows beyond the bounds is forgotten up to the next key picture: half of it shows nothing. */
    void add(Fragment fragment) {
        if (fragment.key()) {
            clear();
        } else if (pictures.isEmpty()) {
            return;
        }
        pictures.add(fragment);
        bytes += fragment.bytes().length;
        if (bytes > mostBytes || pictures.size() > mostPictures) {
            clear();
        }
    }

    List<Fragment> pictures() {
        return pictures;
    }

    void clear() {
        pictures.clear();
        bytes = 0;
    }
}
