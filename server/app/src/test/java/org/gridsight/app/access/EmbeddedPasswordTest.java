package org.gridsight.app.access;

import org.gridsight.app.testing.InProcess;

/** On H2GIS. */
@InProcess
class EmbeddedPasswordTest extends PasswordContract {}
