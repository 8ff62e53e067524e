/**
 * Who asks, and what may they see: accounts, sign-in, tokens, the table of end points and roles.
 *
 * <p>Only this room reads the security context; all others are handed a {@link org.gridsight.app.access.CurrentUser}.
 * Deny by default: an end point that {@code AccessRules} does not list answers 403.
 *
 * <p>Deliberately not here: who may make which move of an incident (incidents), duty (dispatch).
 */
@NullMarked
@ApplicationModule(displayName = "access", allowedDependencies = "kernel")
package org.gridsight.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
