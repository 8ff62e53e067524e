package org.gridsight.roads;

/**
 * The quickest way between two places, door to door.
 *
 * @param seconds on an empty road, the walks to and from the road included
 * @param metres the length of the way, those walks included
 * @param walkedMetres how much of it is the walks between the places and the nearest road; everything when walking
 *     across is quicker than any road
 */
public record Trip(double seconds, double metres, double walkedMetres) {}
