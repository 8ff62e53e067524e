/**
 * How long it takes to get somewhere by road: one network, made of an OpenStreetMap extract or of a layer of roads,
 * asked for the trip between two places on foot, by motorbike or by car.
 *
 * <p>No way there is an answer. Nothing here knows workers, incidents or Spring; times are of an empty road, without
 * traffic, weather or turning at lights.
 */
@NullMarked
package org.gridsight.roads;

import org.jspecify.annotations.NullMarked;
