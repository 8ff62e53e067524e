package org.gridsight.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * A page may say in {@code Expected-User} (URL-encoded) whose page it is: a call of a page that stayed open while
 * somebody else signed in on the same device is refused with 401, for it is not meant in that person's name.
 */
final class ExpectedUser extends OncePerRequestFilter {

    static final String HEADER = "Expected-User";

    private final HandlerExceptionResolver problems;

    ExpectedUser(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAnother(request.getHeader(HEADER))) {
            problems.resolveException(request, response, null, new Rejected(AccessReason.OTHER_PERSON));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isAnother(@Nullable String expected) {
        if (expected == null) {
            return false;
        }
        Authentication there = SecurityContextHolder.getContext().getAuthentication();
        if (there == null || !(there.getPrincipal() instanceof SignedIn signedIn)) {
            return false;
        }
        try {
            return !URLDecoder.decode(expected, StandardCharsets.UTF_8).equals(signedIn.getName());
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }
}
