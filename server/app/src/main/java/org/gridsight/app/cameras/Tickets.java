package org.gridsight.app.cameras;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Standing;
import org.gridsight.app.access.Standings;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.incidents.IncidentEvent;
import org.gridsight.app.incidents.Incidents;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants and checks tickets for pictures: for a reason, to a person, for a camera, on record before it is given. */
@Service
class Tickets {

    private static final int RANDOM_BYTES = 32;
    private static final int PORTION = 500;

    private final Cameras cameras;
    private final Incidents incidents;
    private final Grids grids;
    private final Standings standings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final CameraSources sources;
    private final CameraSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tickets(
            Cameras cameras,
            Incidents incidents,
            Grids grids,
            Standings standings,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            CameraSources sources,
            CameraSettings settings,
            Clock clock) {
        this.cameras = cameras;
        this.incidents = incidents;
        this.grids = grids;
        this.standings = standings;
        this.jdbc = jdbc;
        this.events = events;
        this.sources = sources;
        this.settings = settings;
        this.clock = clock;
    }

    /** What goes on record. */
    record Grant(UUID id, Camera camera, CurrentUser user, String unit, TicketRequest.Why why, Instant expiresAt) {}

    /**
     * The answer; the only time the ticket itself is seen.
     *
     * @param subStream whether a smaller stream may be asked for, which many tiles at once should do
     */
    record TicketView(String ticket, String liveUrl, String snapshotUrl, Instant expiresAt, boolean subStream) {

        /** Without the ticket, so that it never gets into a log. */
        @Override
        public String toString() {
            return "TicketView until " + expiresAt;
        }
    }

    @Transactional
    public TicketView grant(String cameraId, TicketRequest request, Standing standing) {
        CurrentUser user = standing.user();
        Camera camera = cameras.find(cameraId, user.scope());
        if (camera.placeType().isForbidden()) {
            throw new Rejected(CameraReason.FORBIDDEN_PLACE);
        }
        TicketRequest.Why why = request.check(incidents, user);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(settings.ticketLife());
        Grant grant = new Grant(UUID.randomUUID(), camera, user, unitOf(user), why, expiresAt);
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        insert(grant, hash(ticket), standing, now);
        events.publishEvent(ViewRecorded.granted(grant));
        String path = "/media/cameras/" + cameraId;
        boolean raw = !camera.isMasked() || StreamTicket.mayUnmask(user);
        return new TicketView(
                ticket,
                path + "/live?ticket=" + ticket,
                path + "/snapshot.jpg?ticket=" + ticket,
                expiresAt,
                raw && sources.hasSub(cameraId));
    }

    /** The department somebody works for, else the township's own centre. */
    private String unitOf(CurrentUser user) {
        return user.unitId().orElseGet(() -> {
            String place = grids.place().name();
            return place.isBlank() ? user.scope().prefix() : place;
        });
    }

    private void insert(Grant grant, String hash, Standing standing, Instant now) {
        jdbc.sql("insert into cameras.ticket (ticket_hash, grant_id, camera_id, grid_code, username, purpose,"
                        + " granted_at, expires_at, standing_key, standing_token, incident_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        hash,
                        grant.id(),
                        grant.camera().cameraId(),
                        grant.camera().gridCode(),
                        grant.user().username(),
                        grant.why().purpose().name(),
                        Timestamp.from(now),
                        Timestamp.from(grant.expiresAt()),
                        standing.key(),
                        standing.token(),
                        grant.why().incidentId().orElse(""))
                .update();
    }

    /** The right behind a ticket; refused without one, with an expired, withdrawn or foreign one. */
    @Transactional(readOnly = true)
    public StreamTicket check(String cameraId, @Nullable String ticket, Standing holder) {
        if (ticket == null || ticket.isBlank()) {
            throw new Rejected(CameraReason.TICKET_REQUIRED);
        }
        return find(cameraId, ticket, holder)
                .filter(found -> stillGood(List.of(found)).contains(found))
                .orElseThrow(() -> new Rejected(CameraReason.TICKET_REFUSED));
    }

    private Optional<StreamTicket> find(String cameraId, String ticket, Standing holder) {
        CurrentUser user = holder.user();
        return jdbc.sql("select grant_id, expires_at, standing_key, standing_token from cameras.ticket"
                        + " where ticket_hash = ? and camera_id = ? and username = ? and grid_code like ?")
                .params(hash(ticket), cameraId, user.username(), user.scope().like())
                .query((row, number) -> new StreamTicket(
                        row.getObject("grant_id", UUID.class),
                        cameras.find(cameraId, user.scope()),
                        holder,
                        new Standing(user, row.getString("standing_key"), row.getBoolean("standing_token")),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Whether it was given to look into this incident, and not for another one or on patrol. */
    boolean isFor(StreamTicket ticket, UUID incident) {
        return jdbc.sql("select count(*) from cameras.ticket where grant_id = ? and incident_id = ?")
                        .params(ticket.grantId(), incident.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Those that still hold: neither expired nor withdrawn, for a camera that may still be shown to this person, and neither
     * the sign-in they were granted to nor the one that uses them has ended.
     */
    List<StreamTicket> stillGood(List<StreamTicket> tickets) {
        Instant now = clock.instant();
        Set<StreamTicket> held =
                held(tickets.stream().filter(ticket -> !ticket.hasExpired(now)).toList(), now);
        Set<Standing> fallen = standings.fallen(held.stream()
                .flatMap(ticket -> Stream.of(ticket.holder(), ticket.granted()))
                .toList());
        return held.stream()
                .filter(ticket -> !fallen.contains(ticket.holder()) && !fallen.contains(ticket.granted()))
                .toList();
    }

    private Set<StreamTicket> held(List<StreamTicket> tickets, Instant now) {
        Set<StreamTicket> held = new HashSet<>();
        for (int i = 0; i < tickets.size(); i += PORTION) {
            List<StreamTicket> portion = tickets.subList(i, Math.min(tickets.size(), i + PORTION));
            Map<UUID, Kept> rows = new HashMap<>();
            jdbc.sql("select t.grant_id, c.grid_code, c.place_type from cameras.ticket t join cameras.camera c"
                            + " on c.camera_id = t.camera_id where t.grant_id in (:ids) and t.expires_at > :now")
                    .param("ids", portion.stream().map(StreamTicket::grantId).toList())
                    .param("now", Timestamp.from(now))
                    .query(Kept.class)
                    .list()
                    .forEach(row -> rows.put(row.grantId(), row));
            portion.stream()
                    .filter(ticket -> Optional.ofNullable(rows.get(ticket.grantId()))
                            .filter(row -> row.isFor(ticket.user()))
                            .isPresent())
                    .forEach(held::add);
        }
        return held;
    }

    /** What the database still says of a ticket: where its camera is now, and at what it looks. */
    record Kept(UUID grantId, String gridCode, PlaceType placeType) {

        boolean isFor(CurrentUser user) {
            return user.scope().covers(gridCode) && !placeType.isForbidden();
        }
    }

    /** A matter that is over needs no more pictures: in the same transaction its tickets end. Looking back takes a new one. */
    @EventListener
    public void on(IncidentEvent event) {
        if (event instanceof IncidentEvent.IncidentClosed
                || event instanceof IncidentEvent.IncidentRejected
                || event instanceof IncidentEvent.IncidentMerged) {
            Timestamp now = Timestamp.from(clock.instant());
            jdbc.sql("update cameras.ticket set expires_at = ? where incident_id = ? and expires_at > ?")
                    .params(now, event.id(), now)
                    .update();
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT12M")
    void forgetExpired() {
        jdbc.sql("delete from cameras.ticket where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static String hash(String ticket) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
