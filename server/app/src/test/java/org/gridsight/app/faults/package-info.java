/** What is left after the worst: processes killed in the middle of their work. Each test has a machine's verdict. */
@NullMarked
package org.gridsight.app.faults;

import org.jspecify.annotations.NullMarked;
