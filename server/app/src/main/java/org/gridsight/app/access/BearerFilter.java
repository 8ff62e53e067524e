package org.gridsight.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a program in for one request by {@code Authorization: Bearer}; no session, no cookie. */
final class BearerFilter extends OncePerRequestFilter {

    private static final String PREFIX = "Bearer ";

    private final Tokens tokens;

    BearerFilter(Tokens tokens) {
        this.tokens = tokens;
    }

    static boolean isBearer(HttpServletRequest request) {
        return token(request).isPresent();
    }

    static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, PREFIX, 0, PREFIX.length()))
                .map(header -> header.substring(PREFIX.length()).strip());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = token(request);
        if (token.isPresent()) {
            // a bearer call stands for itself: the cookie of the same browser must not answer for it
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            token.flatMap(tokens::check)
                    .ifPresent(user -> context.setAuthentication(SessionController.authenticated(user)));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
