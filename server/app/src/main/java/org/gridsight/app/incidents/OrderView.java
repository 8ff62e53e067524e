package org.gridsight.app.incidents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An order as the one sent sees it: the order, and the case it is about. */
record OrderView(@JsonUnwrapped TaskView order, IncidentView incident) {}
