/** The audit trail on both databases, and what its verifier finds. */
@NullMarked
package org.gridsight.app.audit;

import org.jspecify.annotations.NullMarked;
