/**
 * The devices that sign in by GB/T 28181 as the video manager sees them: who, since when, which cameras, and the passwords of
 * their own.
 *
 * <p>Invariants: a password goes in and never comes out; a device with one of its own does not get in with the common one,
 * also when its own cannot be read any more. Deliberately not here: signalling, which is {@code media.gb28181}.
 */
@NullMarked
package org.gridsight.app.cameras.devices;

import org.jspecify.annotations.NullMarked;
