/** Geodata as data: coordinate systems, file formats, topology, codes, the demo township. No Spring, no logger. */
@NullMarked
package org.gridsight.gisdata;

import org.jspecify.annotations.NullMarked;
