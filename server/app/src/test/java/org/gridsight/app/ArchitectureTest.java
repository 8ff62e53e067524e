package org.gridsight.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The direction laws of server/ARCHITECTURE.md. The table below is the only place where an arrow is allowed. */
class ArchitectureTest {

    private static final String ROOT = "org.gridsight.app.";

    /** Room -> rooms it may depend on, besides kernel. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("access", Set.of()),
            Map.entry("audit", Set.of("access")),
            Map.entry("grids", Set.of("access")),
            Map.entry("riskpoints", Set.of("access", "grids")),
            Map.entry("incidents", Set.of("access", "grids", "riskpoints")),
            Map.entry("cameras", Set.of("access", "grids", "incidents")),
            Map.entry("dispatch", Set.of("access", "grids", "incidents")),
            Map.entry("hotspots", Set.of("access", "grids", "incidents")),
            Map.entry("live", Set.of("access")),
            Map.entry("reports", Set.of("access", "grids", "incidents", "dispatch")),
            Map.entry("exchange", Set.of("access", "grids", "riskpoints", "incidents", "cameras", "dispatch")));

    private static final Set<String> SINKS = Set.of("live", "reports", "exchange", "audit");

    private static final JavaClasses APP = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.gridsight.app");

    @Test
    void roomsAreModulesWithoutCycles() {
        ApplicationModules.of(GridSight.class).verify();
    }

    @Test
    void arrowsPointOnlyWhereTheTableAllows() {
        Set<String> forbidden = new TreeSet<>();
        for (JavaClass from : APP) {
            Optional<String> room = roomOf(from);
            for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
                Optional<String> target = roomOf(arrow.getTargetClass());
                if (room.isPresent() && target.isPresent() && !isAllowed(room.get(), target.get())) {
                    forbidden.add(
                            from.getName() + " -> " + arrow.getTargetClass().getName());
                }
            }
        }
        assertThat(forbidden).isEmpty();
    }

    @Test
    void everyRoomStandsInTheTable() {
        Set<String> rooms = new TreeSet<>();
        APP.forEach(type -> roomOf(type).ifPresent(rooms::add));
        assertThat(ARROWS.keySet()).containsAll(rooms);
    }

    @Test
    void nobodyKnowsTheSinks() {
        for (String sink : SINKS) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + sink + "..")
                    .and()
                    .resideOutsideOfPackage("org.gridsight.app")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + sink + "..")
                    .allowEmptyShould(true)
                    .check(APP);
        }
    }

    @Test
    void roomsDoNotKnowTheHouse() {
        noClasses()
                .that()
                .resideInAPackage("org.gridsight.app.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.gridsight.app")
                .check(APP);
    }

    @Test
    void onlyAccessReadsTheSecurityContext() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "access..")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("SecurityContextHolder")
                .check(APP);
    }

    @Test
    void onlyCamerasUsesMedia() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cameras..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.gridsight.media..")
                .check(APP);
    }

    @Test
    void onlyDispatchAsksTheRoads() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "dispatch..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.gridsight.roads..")
                .check(APP);
    }

    @Test
    void eventsArePastTenseRecords() {
        classes()
                .that()
                .implement("org.gridsight.app.kernel.MapChange")
                .should()
                .beRecords()
                .allowEmptyShould(true)
                .check(APP);
    }

    @Test
    void purePackagesStayPure() {
        JavaClasses pure = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.gridsight.spatial", "org.gridsight.gisdata");
        for (String banned : List.of("org.springframework..", "jakarta..", "org.slf4j..", "org.gridsight.app..")) {
            noClasses().should().dependOnClassesThat().resideInAPackage(banned).check(pure);
        }
    }

    /** An interrupt closes the embedded database under a thread that is in it; these two never are. */
    @Test
    void nobodyInterruptsThreadsThatMayBeInTheDatabase() {
        noClasses()
                .that()
                .doNotHaveSimpleName("CopyDesk")
                .and()
                .doNotHaveSimpleName("RoadKeeper")
                .should()
                .callMethodWhere(target(name("shutdownNow")))
                .because("kernel.GentleStop ends threads")
                .check(APP);
    }

    @Test
    void clockIsAlwaysAsked() {
        noClasses()
                .that()
                .resideInAPackage("org.gridsight.app..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .check(APP);
    }

    private static boolean isAllowed(String from, String to) {
        return from.equals(to)
                || to.equals("kernel")
                || ARROWS.getOrDefault(from, Set.of()).contains(to);
    }

    private static Optional<String> roomOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return Optional.empty();
        }
        return Optional.of(name.substring(ROOT.length()).split("\\.")[0]);
    }
}
