package org.gridsight.app.access;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/** Forgets sessions that have run out; the session library's own timer would be interrupted in the database at the end. */
@Component
class StaleSessions {

    private final JdbcIndexedSessionRepository sessions;

    StaleSessions(JdbcIndexedSessionRepository sessions) {
        this.sessions = sessions;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forget() {
        sessions.cleanUpExpiredSessions();
    }
}
