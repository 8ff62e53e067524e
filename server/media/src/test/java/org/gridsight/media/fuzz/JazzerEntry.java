package org.gridsight.media.fuzz;

/** Where the Jazzer engine comes in; the system property {@code gridsight.fuzz} names the {@link FuzzTarget}. */
public final class JazzerEntry {

    private static final FuzzTarget TARGET = FuzzTargets.find(System.getProperty("gridsight.fuzz", "camera-url"));

    private JazzerEntry() {}

    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.run().accept(input);
    }
}
