/**
 * What devices of GB/T 28181 ring about, as incidents that somebody on duty takes or rejects: one card per camera and kind,
 * however often it rings.
 *
 * <p>Invariants: a kind about a person (loitering, running, counting heads) or one the standard does not name, such as a
 * maker's own faces and plates, never becomes anything; words of a device never get into an incident. Deliberately not here:
 * faults seen in the pictures themselves.
 */
@NullMarked
package org.gridsight.app.cameras.alarms;

import org.jspecify.annotations.NullMarked;
