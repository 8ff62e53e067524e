/**
 * Changes to what is known of a case that two people make without knowing of each other: fields that only one has touched
 * are merged, of a field that both have touched both values are kept until a duty officer decides.
 *
 * <p>Invariants: the order of changes is that of their coming here, never that of a device's clock; no value that somebody
 * has sent is dropped silently; every change is a step of the history, an audit record and a live change.
 */
@NullMarked
package org.gridsight.app.incidents.amendments;

import org.jspecify.annotations.NullMarked;
