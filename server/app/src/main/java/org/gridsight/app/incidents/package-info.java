/**
 * The closed loop of a case: from report to close, who may move it, what each move needs, how long it may take.
 *
 * <p>Invariants: only {@code Incident} changes a status, and only along {@code Move}; every move is a step of the history
 * and one past-tense event in the same transaction; a deadline is stored, never recomputed silently; a merge moves no
 * data, so that unmerging loses none; one worker has one order under way, which a unique index decides.
 *
 * <p>Deliberately not here: who is near and free (dispatch), files (exchange), figures (reports).
 */
@NullMarked
@ApplicationModule(
        displayName = "incidents",
        allowedDependencies = {"kernel", "access", "grids", "riskpoints"})
package org.gridsight.app.incidents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
