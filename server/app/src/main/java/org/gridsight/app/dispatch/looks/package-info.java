/** Who looked at workers' places, told to the workers themselves. */
@NullMarked
package org.gridsight.app.dispatch.looks;

import org.jspecify.annotations.NullMarked;
