/** The product: starts the rooms, translates their refusals to HTTP, serves the pages. Holds no rule of the domain. */
@NullMarked
package org.gridsight.app;

import org.jspecify.annotations.NullMarked;
