package org.gridsight.media.hub;

/** What all hubs of one server share. */
record HubContext(SourceFactory sources, HubSettings settings, HubTimer timer, StartPace pace) {

    HubContext(SourceFactory sources, HubSettings settings, HubTimer timer) {
        this(sources, settings, timer, new StartPace(timer, settings.startsPerSecond()));
    }
}
