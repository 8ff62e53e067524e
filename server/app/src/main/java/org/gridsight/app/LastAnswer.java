package org.gridsight.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.gridsight.app.kernel.Rejected;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers with a problem what fails in a filter, where {@link ProblemAdvice} does not reach. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class LastAnswer extends OncePerRequestFilter {

    private final Problems problems;

    LastAnswer(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            response.reset();
            answer(request, response, failure);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        if (failure instanceof Rejected rejected) {
            problems.write(request, response, rejected);
        } else if (failure instanceof InvalidParameterException || failure instanceof HttpMessageNotReadableException) {
            problems.write(request, response, new Rejected(HttpReason.BAD_REQUEST));
        } else {
            problems.write(response, problems.bug(failure, request));
        }
    }
}
