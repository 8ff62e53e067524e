/** The ledger of risk points, on both databases. */
@NullMarked
package org.gridsight.app.riskpoints;

import org.jspecify.annotations.NullMarked;
