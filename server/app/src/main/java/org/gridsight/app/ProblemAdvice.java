package org.gridsight.app;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** The one place where exceptions become answers. A bug answers with a reference number, never with its stack. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(Rejected rejected, Locale locale) {
        return ResponseEntity.status(rejected.reason().status()).body(problems.of(rejected, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stale(OptimisticLockingFailureException stale, Locale locale) {
        return rejected(new Rejected(CommonReason.STALE_VERSION), locale);
    }

    /** Left to the security filters, which know whether to answer 401 or 403. */
    @ExceptionHandler
    void denied(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> bug(Exception bug, HttpServletRequest request) {
        String reference = "E-" + UUID.randomUUID().toString().substring(0, 8);
        log.error("{} {} {} failed", reference, request.getMethod(), request.getRequestURI(), bug);
        ProblemDetail problem = ProblemDetail.forStatus(500);
        problem.setDetail("Internal error, reference " + reference);
        problem.setProperty("code", "server.error");
        problem.setProperty("reference", reference);
        return ResponseEntity.internalServerError().body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejected rejected) {
                return ResponseEntity.status(rejected.reason().status())
                        .body(problems.of(rejected, request.getLocale()));
            }
        }
        Rejected malformed = new Rejected(CommonReason.MALFORMED, place(unreadable));
        return ResponseEntity.badRequest().body(problems.of(malformed, request.getLocale()));
    }

    /** Line and column and what was expected, without echoing class names. */
    private static String place(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof JacksonException json) {
            // a breach of a limit, such as the nesting depth, has no location
            TokenStreamLocation at = json.getLocation();
            return "JSON " + (at == null ? "" : at.offsetDescription()) + ": "
                    + json.getOriginalMessage().replaceAll("`?(org|com|java|tools)\\.[\\w.$<>]+`?", "object");
        }
        return "JSON";
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Object answer = body;
        if (answer instanceof ProblemDetail problem
                && (problem.getProperties() == null || !problem.getProperties().containsKey("code"))) {
            problem.setProperty("code", "request.http-" + status.value());
        }
        return super.handleExceptionInternal(exception, answer, headers, status, request);
    }
}
