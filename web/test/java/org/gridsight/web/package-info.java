/** Tests of the pages that need no browser: the JavaScript tests in GraalJS, and the rules of the front end's house. */
@NullMarked
package org.gridsight.web;

import org.jspecify.annotations.NullMarked;
