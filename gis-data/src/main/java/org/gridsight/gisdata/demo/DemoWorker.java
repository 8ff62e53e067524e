package org.gridsight.gisdata.demo;

import java.util.List;

/**
 * A grid worker. 37 belong to one grid each, six are mobile.
 *
 * @param skills incident kinds this person handles best, and codes of dispute categories
 * @param demoAccount the one behind the demo account {@code worker}: off duty, never with an open task
 */
public record DemoWorker(String id, DemoPerson person, Post post, List<String> skills, boolean demoAccount) {

    /**
     * Where and whether somebody works.
     *
     * @param home number of the natural village where rounds begin and end
     */
    public record Post(String gridCode, int home, boolean mobile, boolean onDuty) {}
}
