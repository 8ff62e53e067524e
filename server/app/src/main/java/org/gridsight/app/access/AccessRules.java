package org.gridsight.app.access;

import static org.gridsight.app.access.Role.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The table of end points and roles: the one place where a door is opened. What it does not list is denied.
 * Which moves of an incident a role may make stands in the state machine of incidents.
 */
final class AccessRules {

    /**
     * One line: method ({@code *} for any), path pattern, roles; an empty set means everybody, even without sign-in.
     *
     * @param personOnly a program's token is not let in: the person signs in
     */
    record Rule(String method, String pattern, Set<Role> roles, boolean personOnly) {

        Rule(String method, String pattern, Set<Role> roles) {
            this(method, pattern, roles, false);
        }
    }

    private static final Set<Role> PUBLIC = Set.of();
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> OPERATIONS =
            EnumSet.complementOf(EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN));
    private static final Set<Role> DESK = EnumSet.complementOf(
            EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN, SCREEN, GIS_EDITOR, VIDEO_MANAGER));
    private static final Set<Role> REPORTERS = with(DESK, VIDEO_MANAGER);
    /** Those who work on cases; on which case somebody works is asked by incidents. */
    private static final Set<Role> WORK =
            EnumSet.of(GRID_WORKER, VILLAGE_CLERK, WINDOW_CLERK, DISPATCHER, HANDLER, MEDIATOR);

    /** Those who may see pictures, each time for a reason. */
    private static final Set<Role> VIEWERS =
            EnumSet.of(VILLAGE_CLERK, DISPATCHER, HANDLER, MEDIATOR, VERIFIER, SUPERVISOR, LEADER, VIDEO_MANAGER);

    private static final Set<Role> FILING_READERS = EnumSet.of(VIDEO_MANAGER, SUPERVISOR, LEADER, AUDIT_ADMIN);
    /** Those who may keep a clip beyond its time, and let it go. */
    private static final Set<Role> KEEPERS = EnumSet.of(SUPERVISOR, LEADER, VIDEO_MANAGER);

    private static final Set<Role> ANALYSTS = EnumSet.of(LEADER, SUPERVISOR, DISPATCHER, GIS_EDITOR);
    private static final Set<Role> HOTSPOT_READERS =
            EnumSet.of(LEADER, SUPERVISOR, DISPATCHER, GIS_EDITOR, VILLAGE_CLERK, SCREEN);

    private static final Set<Role> SET_UP = EnumSet.of(SYSTEM_ADMIN, GIS_EDITOR);

    static final List<Rule> RULES = List.of(
            // pages and their files
            new Rule("GET", "/", PUBLIC),
            new Rule("GET", "/*.html", PUBLIC),
            new Rule("GET", "/wall", PUBLIC),
            new Rule("GET", "/setup", PUBLIC),
            new Rule("GET", "/accounts", PUBLIC),
            new Rule("GET", "/hotspots", PUBLIC),
            new Rule("GET", "/cameras", PUBLIC),
            new Rule("GET", "/evidence", PUBLIC),
            new Rule("GET", "/field", PUBLIC),
            new Rule("GET", "/field-worker.js", PUBLIC),
            new Rule("GET", "/view-register", PUBLIC),
            new Rule("GET", "/cameras/admin", PUBLIC),
            new Rule("GET", "/cameras/calibration", PUBLIC),
            new Rule("GET", "/src/**", PUBLIC),
            new Rule("GET", "/webjars/**", PUBLIC),
            new Rule("GET", "/favicon.*", PUBLIC),
            new Rule("GET", "/progress", PUBLIC),
            new Rule("GET", "/progress/*", PUBLIC),
            new Rule("*", "/error", PUBLIC),
            // the door itself
            new Rule("GET", "/api/about", PUBLIC),
            new Rule("POST", "/api/session", PUBLIC),
            new Rule("GET", "/api/session", ALL),
            new Rule("DELETE", "/api/session", ALL),
            new Rule("PUT", "/api/session/password", ALL, true),
            new Rule("GET", "/api/tokens", ALL),
            new Rule("POST", "/api/tokens", ALL, true),
            new Rule("DELETE", "/api/tokens/*", ALL, true),
            new Rule("GET", "/api/users", EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN)),
            new Rule("POST", "/api/users", EnumSet.of(SYSTEM_ADMIN)),
            new Rule("PATCH", "/api/users/*", EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN)),
            new Rule("DELETE", "/api/users/*/sessions", EnumSet.of(SECURITY_ADMIN), true),
            new Rule("GET", "/api/audit", EnumSet.of(AUDIT_ADMIN)),
            new Rule("GET", "/api/audit/export", EnumSet.of(AUDIT_ADMIN)),
            new Rule("GET", "/v3/api-docs", ALL),
            new Rule("GET", "/v3/api-docs/**", ALL),
            new Rule("GET", "/v3/api-docs.yaml", ALL),
            new Rule("GET", "/actuator/health/**", PUBLIC),
            new Rule("GET", "/actuator/health", PUBLIC),
            new Rule("GET", "/actuator/prometheus", EnumSet.of(SYSTEM_ADMIN)),
            new Rule("POST", "/api/backups", EnumSet.of(SYSTEM_ADMIN)),
            // the place
            new Rule("GET", "/api/place", ALL),
            new Rule("POST", "/api/place", SET_UP),
            new Rule("POST", "/api/place/layers/*", SET_UP),
            new Rule("GET", "/api/base-map", ALL),
            new Rule("GET", "/api/base-map/buildings", ALL),
            new Rule("GET", "/api/codes", ALL),
            new Rule("GET", "/api/field/settings", ALL),
            new Rule("GET", "/api/grids", ALL),
            new Rule("GET", "/api/grids/at", ALL),
            new Rule("POST", "/api/grids/import", SET_UP),
            new Rule("POST", "/api/grids/generation", SET_UP),
            new Rule("GET", "/api/risk-points", OPERATIONS),
            new Rule("GET", "/api/risk-points/*/history", with(DESK, GIS_EDITOR)),
            new Rule("POST", "/api/risk-points", with(DESK, GIS_EDITOR)),
            new Rule("PATCH", "/api/risk-points/*", with(DESK, GIS_EDITOR)),
            // incidents
            new Rule("GET", "/api/incidents", OPERATIONS),
            new Rule("POST", "/api/incidents", REPORTERS),
            new Rule("POST", "/api/incidents/duplicates", REPORTERS),
            new Rule("POST", "/api/incidents/import", EnumSet.of(GIS_EDITOR)),
            new Rule("GET", "/api/incidents/import/*", EnumSet.of(GIS_EDITOR)),
            new Rule("GET", "/api/incidents/*", OPERATIONS),
            new Rule("GET", "/api/incidents/*/history", DESK),
            new Rule("GET", "/api/incidents/*/duplicates", DESK),
            new Rule("GET", "/api/incidents/*/cameras", with(DESK, VIDEO_MANAGER)),
            new Rule("GET", "/api/incidents/*/workers", EnumSet.of(DISPATCHER, LEADER, SUPERVISOR)),
            new Rule("POST", "/api/incidents/*/actions", DESK),
            new Rule("POST", "/api/incidents/*/reporter/unmask", WORK),
            new Rule("POST", "/api/incidents/*/parties/unmask", WORK),
            new Rule("PUT", "/api/incidents/*/parties", EnumSet.of(DISPATCHER, WINDOW_CLERK, HANDLER, MEDIATOR)),
            new Rule("GET", "/api/incidents/*/photos", DESK),
            new Rule("GET", "/api/incidents/*/photos/*.jpg", DESK),
            new Rule("GET", "/api/incidents/*/amendments", DESK),
            new Rule("POST", "/api/incidents/*/amendments", WORK),
            new Rule("POST", "/api/incidents/*/amendments/*/decision", EnumSet.of(DISPATCHER)),
            new Rule("OPTIONS", "/api/uploads", DESK),
            new Rule("POST", "/api/uploads", DESK),
            new Rule("HEAD", "/api/uploads/*", DESK),
            new Rule("PATCH", "/api/uploads/*", DESK),
            new Rule("DELETE", "/api/uploads/*", DESK),
            // forces and cameras
            new Rule("GET", "/api/workers", OPERATIONS),
            new Rule("POST", "/api/workers", EnumSet.of(SUPERVISOR, LEADER, SYSTEM_ADMIN)),
            new Rule("PATCH", "/api/workers/*", EnumSet.of(SUPERVISOR, LEADER, SYSTEM_ADMIN)),
            new Rule("POST", "/api/dispatch/plans", EnumSet.of(DISPATCHER)),
            new Rule("GET", "/api/handover-notes", EnumSet.of(DISPATCHER, LEADER, SUPERVISOR)),
            new Rule("POST", "/api/handover-notes", EnumSet.of(DISPATCHER, LEADER, SUPERVISOR)),
            new Rule("GET", "/api/workers/me", EnumSet.of(GRID_WORKER)),
            new Rule("PUT", "/api/workers/me/duty", EnumSet.of(GRID_WORKER)),
            new Rule("POST", "/api/workers/me/positions", EnumSet.of(GRID_WORKER)),
            new Rule("GET", "/api/workers/me/looks", EnumSet.of(GRID_WORKER)),
            new Rule("GET", "/api/emergencies/current", ALL),
            new Rule("POST", "/api/emergencies", EnumSet.of(LEADER)),
            new Rule("DELETE", "/api/emergencies/*", EnumSet.of(LEADER)),
            new Rule("GET", "/api/workers/me/orders", EnumSet.of(GRID_WORKER)),
            new Rule("POST", "/api/orders/*/acknowledgement", EnumSet.of(GRID_WORKER, HANDLER, MEDIATOR)),
            new Rule("POST", "/api/orders/*/decline", EnumSet.of(GRID_WORKER, HANDLER, MEDIATOR)),
            new Rule("POST", "/api/orders/*/replacement", EnumSet.of(DISPATCHER)),
            new Rule("GET", "/api/cameras", OPERATIONS),
            new Rule("GET", "/api/cameras/*/view", OPERATIONS),
            new Rule("GET", "/api/cameras/alarms", EnumSet.of(VIDEO_MANAGER, DISPATCHER, SUPERVISOR, LEADER)),
            new Rule("GET", "/api/cameras/seeing", with(DESK, VIDEO_MANAGER)),
            new Rule("GET", "/api/cameras/coverage", with(REPORTERS, GIS_EDITOR)),
            new Rule("POST", "/api/cameras", EnumSet.of(VIDEO_MANAGER)),
            new Rule("PATCH", "/api/cameras/*", EnumSet.of(VIDEO_MANAGER)),
            new Rule("GET", "/api/cameras/*/details", EnumSet.of(VIDEO_MANAGER, SUPERVISOR, LEADER)),
            new Rule("GET", "/api/cameras/devices", EnumSet.of(VIDEO_MANAGER)),
            new Rule("PUT", "/api/cameras/devices/*/password", EnumSet.of(VIDEO_MANAGER)),
            new Rule("GET", "/api/cascades", EnumSet.of(VIDEO_MANAGER)),
            new Rule("PUT", "/api/cascades/*", EnumSet.of(VIDEO_MANAGER)),
            new Rule("DELETE", "/api/cascades/*", EnumSet.of(VIDEO_MANAGER)),
            new Rule("GET", "/api/cascades/*/cameras", EnumSet.of(VIDEO_MANAGER)),
            new Rule("PUT", "/api/cascades/*/cameras", EnumSet.of(VIDEO_MANAGER)),
            new Rule("POST", "/api/cameras/*/tickets", VIEWERS),
            new Rule("GET", "/api/cameras/*/diagnosis", VIEWERS),
            new Rule("POST", "/api/cameras/*/ptz", VIEWERS),
            new Rule("GET", "/api/cameras/figures", EnumSet.of(VIDEO_MANAGER, DISPATCHER, SUPERVISOR, LEADER)),
            new Rule("GET", "/api/cameras/*/health", EnumSet.of(VIDEO_MANAGER, DISPATCHER, SUPERVISOR, LEADER)),
            new Rule("GET", "/api/cameras/filings", FILING_READERS),
            new Rule("GET", "/api/cameras/filings/export", FILING_READERS),
            new Rule("PUT", "/api/cameras/*/filing", EnumSet.of(VIDEO_MANAGER)),
            new Rule("POST", "/api/cameras/*/ptz/aim", VIEWERS),
            new Rule("GET", "/api/cameras/*/presets", VIEWERS),
            new Rule("PUT", "/api/cameras/*/presets", EnumSet.of(VIDEO_MANAGER)),
            new Rule("GET", "/api/cameras/*/presets/device", VIEWERS),
            new Rule("PUT", "/api/cameras/*/presets/*", EnumSet.of(VIDEO_MANAGER)),
            new Rule("DELETE", "/api/cameras/*/presets/*", EnumSet.of(VIDEO_MANAGER)),
            new Rule("POST", "/api/cameras/*/presets/*/call", VIEWERS),
            new Rule("GET", "/api/cameras/calibrations", with(VIEWERS, GIS_EDITOR)),
            new Rule("GET", "/api/cameras/*/calibration", with(VIEWERS, GIS_EDITOR)),
            new Rule("PUT", "/api/cameras/*/calibration", EnumSet.of(VIDEO_MANAGER, GIS_EDITOR)),
            new Rule("DELETE", "/api/cameras/*/calibration", EnumSet.of(VIDEO_MANAGER, GIS_EDITOR)),
            new Rule("POST", "/api/cameras/*/calibration/trial", EnumSet.of(VIDEO_MANAGER, GIS_EDITOR)),
            new Rule("POST", "/api/cameras/*/calibration/locate", with(VIEWERS, GIS_EDITOR)),
            new Rule("GET", "/media/cameras/*/live", VIEWERS),
            new Rule("GET", "/media/cameras/*/playback", VIEWERS),
            new Rule("GET", "/api/cameras/*/recordings", VIEWERS),
            new Rule("GET", "/media/cameras/*/snapshot.jpg", VIEWERS),
            new Rule("POST", "/api/cameras/*/clips", VIEWERS),
            new Rule("GET", "/api/cameras/*/clips/ceiling", KEEPERS),
            new Rule("PUT", "/api/cameras/*/clips/ceiling", EnumSet.of(VIDEO_MANAGER)),
            new Rule("GET", "/api/clips", with(VIEWERS, AUDIT_ADMIN)),
            new Rule("GET", "/api/clips/disk", with(VIEWERS, AUDIT_ADMIN)),
            new Rule("GET", "/api/clips/*", with(VIEWERS, AUDIT_ADMIN)),
            new Rule("GET", "/api/clips/*/verification", with(VIEWERS, AUDIT_ADMIN)),
            new Rule("POST", "/api/clips/*/stop", VIEWERS),
            new Rule("POST", "/api/clips/*/holds", KEEPERS),
            new Rule("POST", "/api/clips/*/holds/*/release", KEEPERS),
            new Rule("POST", "/api/clips/*/exports", VIEWERS),
            new Rule("POST", "/api/clips/*/exports/*/decision", EnumSet.of(SUPERVISOR, LEADER)),
            new Rule("GET", "/media/clips/*/clip.mp4", VIEWERS),
            new Rule("GET", "/media/clips/*/exports/*/copy.mp4", VIEWERS),
            new Rule("GET", "/api/view-register", EnumSet.of(SECURITY_ADMIN, AUDIT_ADMIN)),
            new Rule("GET", "/api/view-register/export", EnumSet.of(SECURITY_ADMIN, AUDIT_ADMIN)),
            // where it is unusual
            new Rule("GET", "/api/hotspots", HOTSPOT_READERS),
            new Rule("GET", "/api/hotspots/methods", ANALYSTS),
            new Rule("GET", "/api/hotspots/backtest", with(ANALYSTS, SCREEN)),
            new Rule("GET", "/api/hotspots/release", EnumSet.of(LEADER, SUPERVISOR)),
            new Rule("POST", "/api/hotspots/analyses", ANALYSTS),
            new Rule("GET", "/api/hotspots/analyses/*", ANALYSTS),
            new Rule("DELETE", "/api/hotspots/analyses/*", ANALYSTS),
            // live and figures
            new Rule("GET", "/live", OPERATIONS),
            new Rule("GET", "/api/live/snapshot", OPERATIONS),
            new Rule("GET", "/api/figures", OPERATIONS));

    private AccessRules() {}

    private static Set<Role> with(Set<Role> roles, Role more) {
        Set<Role> all = EnumSet.copyOf(roles);
        all.add(more);
        return all;
    }
}
