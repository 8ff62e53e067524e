package org.gridsight.app.access;

import java.util.List;
import java.util.Optional;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions a person has open, on whatever device. */
@Component
class OpenSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** Ends them all, or all but the one he is working in; the answer is how many. */
    int end(String username, Optional<String> keptId) {
        List<String> ids = sessions.findByPrincipalName(username).keySet().stream()
                .filter(id -> !Optional.of(id).equals(keptId))
                .toList();
        ids.forEach(sessions::deleteById);
        return ids.size();
    }
}
