package org.gridsight.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.gridsight.app.kernel.Rejected;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A person's own password. The other sessions end with the old one; tokens are listed, and withdrawn when asked. */
@RestController
class OwnPasswordController {

    private final OwnPassword ownPassword;
    private final OpenSessions openSessions;
    private final TokenDesk desk;
    private final AccessSettings settings;

    OwnPasswordController(OwnPassword ownPassword, OpenSessions openSessions, TokenDesk desk, AccessSettings settings) {
        this.ownPassword = ownPassword;
        this.openSessions = openSessions;
        this.desk = desk;
        this.settings = settings;
    }

    /** What the change did: how many other sessions it ended, and the tokens that still hold. */
    record Changed(int endedSessions, List<TokenView> tokens) {}

    @PutMapping("/api/session/password")
    Changed change(@RequestBody OwnPassword.Wish wish, CurrentUser user, HttpServletRequest request) {
        if (ownPassword.change(user, wish) == OwnPassword.Outcome.LOCKED) {
            Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
            SecurityContextHolder.clearContext();
            throw new Rejected(AccessReason.LOCKED, settings.lockFor().toMinutes());
        }
        if (Boolean.TRUE.equals(wish.withdrawTokens())) {
            desk.withdrawAll(user);
        }
        int ended = openSessions.end(
                user.username(), Optional.ofNullable(request.getSession(false)).map(HttpSession::getId));
        // a copied cookie must not outlive the old password
        request.changeSessionId();
        return new Changed(
                ended, desk.list(user.username()).stream().map(TokenView::from).toList());
    }
}
