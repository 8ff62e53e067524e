package org.gridsight.app.grids;

/** A room that files things under grid codes offers one bean of this, so that a map in use is ended, never undone. */
public interface GridUse {

    boolean isInUse();
}
