package org.gridsight.app.cameras;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.access.Role;
import org.gridsight.app.access.Standing;

/**
 * The right of one person to the pictures of one camera, for a reason that is on record. Only {@code Tickets} makes one,
 * and nothing yields a picture without it.
 */
public final class StreamTicket {

    private static final Set<Role> UNMASKING = Set.of(Role.LEADER, Role.VIDEO_MANAGER);

    private final UUID grantId;
    private final Camera camera;
    private final Standing holder;
    private final Standing granted;
    private final Instant expiresAt;

    /** @param granted the sign-in it was granted to; {@code holder} is the one that uses it, of the same person */
    StreamTicket(UUID grantId, Camera camera, Standing holder, Standing granted, Instant expiresAt) {
        this.grantId = grantId;
        this.camera = camera;
        this.holder = holder;
        this.granted = granted;
        this.expiresAt = expiresAt;
    }

    public UUID grantId() {
        return grantId;
    }

    Camera camera() {
        return camera;
    }

    /** Whether the holder may see what the masks of the camera hide. */
    public boolean seesRaw() {
        return !camera.isMasked() || mayUnmask();
    }

    /** Whether something is hidden from the holder that was not when the other was checked. */
    boolean seesLessThan(StreamTicket before) {
        return !seesRaw()
                && (before.seesRaw()
                        || !camera.masks().json().equals(before.camera.masks().json()));
    }

    /** Whether the holder may see behind masks at all, of whichever camera. */
    public boolean mayUnmask() {
        return mayUnmask(user());
    }

    /** The same of anybody, before there is a ticket. */
    public static boolean mayUnmask(CurrentUser user) {
        return user.hasAny(UNMASKING);
    }

    public CurrentUser user() {
        return holder.user();
    }

    Standing holder() {
        return holder;
    }

    Standing granted() {
        return granted;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
