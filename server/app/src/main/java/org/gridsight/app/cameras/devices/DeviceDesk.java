package org.gridsight.app.cameras.devices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.grids.Grids;
import org.gridsight.app.kernel.AuditEntry;
import org.gridsight.media.gb28181.Device;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists the devices and sets their passwords. */
@Service
class DeviceDesk {

    private final JdbcClient jdbc;
    private final DevicePasswords passwords;
    private final SignedInDevices signedIn;
    private final Grids grids;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    DeviceDesk(
            JdbcClient jdbc,
            DevicePasswords passwords,
            SignedInDevices signedIn,
            Grids grids,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.signedIn = signedIn;
        this.grids = grids;
        this.transaction = transaction;
        this.events = events;
    }

    /** Whoever has only a part of the place sees the devices of its cameras. */
    DeviceView.Answer list(CurrentUser user) {
        Map<String, List<DeviceView.Channel>> channels = channels(user);
        Set<String> own = passwords.devices();
        boolean all = user.scope().covers(grids.place().code());
        List<DeviceView> items = new ArrayList<>();
        Set<String> expected = new TreeSet<>(own);
        for (DeviceRow row : rows()) {
            expected.remove(row.id());
            List<DeviceView.Channel> of = channels.getOrDefault(row.id(), List.of());
            if (all || !of.isEmpty()) {
                items.add(view(row, of, own.contains(row.id())));
            }
        }
        if (all) {
            expected.forEach(id -> items.add(DeviceView.expected(id)));
        }
        return new DeviceView.Answer(signedIn.station(), items);
    }

    /** Empty: the common one again. The device has to prove it at once: what it was let in with no longer counts. */
    void setPassword(String deviceId, Optional<String> password, CurrentUser user) {
        user.requireScope(grids.place().code());
        Optional<String> sealed = Optional.ofNullable(transaction.execute(status -> {
                    Optional<String> kept = password.map(text -> passwords.store(deviceId, text));
                    if (kept.isEmpty()) {
                        passwords.remove(deviceId);
                    }
                    events.publishEvent(AuditEntry.of(
                            user.username(),
                            "camera.device-password",
                            "device/" + deviceId,
                            "",
                            Map.of("password", kept.isPresent() ? "own" : "common")));
                    return kept;
                }))
                .flatMap(kept -> kept);
        sealed.ifPresentOrElse(text -> passwords.take(deviceId, text), () -> passwords.drop(deviceId));
        signedIn.signOut(deviceId);
    }

    private DeviceView view(DeviceRow row, List<DeviceView.Channel> channels, boolean ownPassword) {
        Optional<Device> now = signedIn.findDevice(row.id());
        boolean online = now.map(Device::online).orElse(false);
        List<DeviceView.Channel> shown = channels.stream()
                .map(channel -> new DeviceView.Channel(
                        channel.channelId(),
                        channel.name(),
                        channel.cameraId(),
                        online && channel.online(),
                        channel.placed()))
                .toList();
        return new DeviceView(
                row.id(),
                true,
                online,
                edition(now.map(Device::version).orElse(row.version())),
                Optional.of(now.map(Device::overTcp).orElse(row.overTcp()) ? "TCP" : "UDP"),
                Optional.of(now.map(Device::registeredAt).orElse(row.registeredAt())),
                Optional.of(now.map(Device::seenAt).orElse(row.seenAt())),
                Optional.of(row.maker()),
                shown,
                ownPassword);
    }

    /** {@code X-GB-Ver} counts editions (GB/T 28181-2022, annex I). */
    private static Optional<String> edition(String version) {
        return switch (version.isEmpty() ? ' ' : version.charAt(0)) {
            case '1' -> Optional.of("2011");
            case '2' -> Optional.of("2016");
            case '3' -> Optional.of("2022");
            default -> Optional.empty();
        };
    }

    /** What the table keeps of a device. */
    private record DeviceRow(
            String id, String version, boolean overTcp, Instant registeredAt, Instant seenAt, DeviceView.Maker maker) {}

    private List<DeviceRow> rows() {
        return jdbc.sql("select device_id, gb_version, over_tcp, manufacturer, model, firmware, registered_at, seen_at"
                        + " from cameras.device order by device_id")
                .query((row, number) -> new DeviceRow(
                        row.getString("device_id"),
                        row.getString("gb_version"),
                        row.getBoolean("over_tcp"),
                        instant(row, "registered_at"),
                        instant(row, "seen_at"),
                        new DeviceView.Maker(
                                row.getString("manufacturer"), row.getString("model"), row.getString("firmware"))))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private Map<String, List<DeviceView.Channel>> channels(CurrentUser user) {
        return jdbc
                .sql("select ch.device_id, ch.channel_id, ch.camera_id, ch.online, c.display_name,"
                        + " case when c.location is null then false else true end as placed"
                        + " from cameras.channel ch join cameras.camera c on c.camera_id = ch.camera_id"
                        + " where c.grid_code like ? order by ch.channel_id")
                .param(user.scope().like())
                .query((row, number) -> Map.entry(
                        row.getString("device_id"),
                        new DeviceView.Channel(
                                row.getString("channel_id"),
                                row.getString("display_name"),
                                row.getString("camera_id"),
                                row.getBoolean("online"),
                                row.getBoolean("placed"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
