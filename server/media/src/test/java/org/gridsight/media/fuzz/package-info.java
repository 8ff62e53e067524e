/** Every parser that reads what strangers send, under broken and hostile input: a short seeded run always, a long one by profile. */
@NullMarked
package org.gridsight.media.fuzz;

import org.jspecify.annotations.NullMarked;
