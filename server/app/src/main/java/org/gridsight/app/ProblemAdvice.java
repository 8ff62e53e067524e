package org.gridsight.app;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.FieldFault;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** The one place where exceptions become answers. A bug answers with a reference number, never with its stack. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Text UNREADABLE = new Text("无法读取此值。", "cannot be read");

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> rejected(Rejected rejected, Locale locale) {
        return answer(problems.of(rejected, locale));
    }

    @ExceptionHandler
    ResponseEntity<Object> stale(OptimisticLockingFailureException stale, Locale locale) {
        return rejected(new Rejected(CommonReason.STALE_VERSION), locale);
    }

    /** Left to the security filters, which know whether to answer 401 or 403. */
    @ExceptionHandler
    void denied(AccessDeniedException denied) {
        throw denied;
    }

    /** Parameters that are no UTF-8, not percent-encoded as they should be, or named with control characters. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    ResponseEntity<Object> undecodable(Locale locale) {
        return rejected(new Rejected(HttpReason.BAD_REQUEST), locale);
    }

    /** A form that cannot be taken apart is the sender's fault; a disk that cannot take its files is ours. */
    @ExceptionHandler
    ResponseEntity<Object> brokenForm(MultipartException broken, HttpServletRequest request) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException
                    || cause.getClass().getName().startsWith("org.apache.tomcat.util.http.")) {
                return rejected(new Rejected(HttpReason.BAD_REQUEST), request.getLocale());
            }
        }
        return bug(broken, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> bug(Exception bug, HttpServletRequest request) {
        return answer(problems.bug(bug, request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejected rejected) {
                return rejected(rejected, request.getLocale());
            }
        }
        List<FieldFault> faults = new ArrayList<>(WrongTypes.end());
        if (unreadable.getCause() instanceof JacksonException json
                && !json.getPath().isEmpty()) {
            faults.add(new FieldFault(path(json), UNREADABLE));
        }
        return rejected(new Rejected(CommonReason.MALFORMED, faults, place(unreadable)), request.getLocale());
    }

    /** Such as {@code parties[0].name}. */
    private static String path(JacksonException json) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : json.getPath()) {
            String name = step.getPropertyName();
            path.append(name == null ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + name);
        }
        return path.toString();
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
        if (status.value() == 500 && request instanceof ServletWebRequest web) {
            return super.handleExceptionInternal(
                    exception, problems.bug(exception, web.getRequest()), headers, status, request);
        }
        Rejected refusal = new Rejected(new HttpReason(status.value()), RequestFaults.of(exception));
        ProblemDetail problem = problems.of(refusal, request.getLocale());
        return super.handleExceptionInternal(exception, problem, headers, status, request);
    }

    /** A problem is one whatever Accept asks for, so its type is never negotiated. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
