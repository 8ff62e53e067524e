/**
 * Photos of a case: received in pieces by the tus protocol over any number of cuts, checked, made anew without what the
 * camera wrote into them, and shown to those who may see the case.
 *
 * <p>Invariants: the bytes in the file are the offset, flushed to the disk before it is told; a photo is kept only when its
 * file is whole on the disk, and its row is the last thing written; nothing is decoded before its declared size is
 * checked; a photo may come before its incident and waits for it by id.
 */
@NullMarked
package org.gridsight.app.incidents.photos;

import org.jspecify.annotations.NullMarked;
