package org.gridsight.media.hub;

/** The far end of a {@link PictureFeed}. */
public interface FeedTaker {

    /** Something waits where nothing did, as {@link ViewerSink#ready} has it. */
    void ready(PictureFeed feed);

    /** All has been taken and nothing follows; never told by a live stream. */
    void ended(String cause);
}
