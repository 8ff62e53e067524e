/**
 * The platform side of GB/T 28181: devices sign in, tell their channels, alarms and positions, and are asked for pictures.
 *
 * <p>{@link org.gridsight.media.gb28181.SipStation} is the door; JAIN-SIP stands behind it and is named in no signature.
 * Devices are believed little: each text is bounded, read leniently, and what is wrong becomes a counted fault. Passwords are
 * asked of {@link org.gridsight.media.gb28181.DeviceSecrets} and kept nowhere.
 */
@NullMarked
package org.gridsight.media.gb28181;

import org.jspecify.annotations.NullMarked;
