/** The pages in a real browser: the whole loop on several screens at once, and what every page owes its reader. */
@NullMarked
package org.gridsight.app.browser;

import org.jspecify.annotations.NullMarked;
