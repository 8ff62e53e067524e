/**
 * Pictures that are kept as evidence of an incident: saved, sealed by a chain of hashes, played for a ticket, copied out
 * after a second person's approval, and deleted with a record when their purpose is met.
 *
 * <p>Invariants: the original is only ever appended to and never rewritten; each link of the chain is the hash of the link
 * before and of the segment's bytes, its head stands in the database and in the audit trail; nothing yields a picture
 * without a ticket, and nobody without that right gets what the masks hide.
 */
@NullMarked
package org.gridsight.app.cameras.evidence;

import org.jspecify.annotations.NullMarked;
