package org.gridsight.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gridsight.app.kernel.FieldFault;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes RFC 9457 problem documents in the caller's language; {@code code} and {@code errors} are always there. */
@Component
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final Text BUG = new Text(
            "内部错误,请稍后重试;若再出现,请把编号 {0} 告诉管理员。",
            "Internal error. Try again later; if it stays, tell the administrator the reference {0}.");

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    ProblemDetail of(Rejected rejected, Locale locale) {
        int status = rejected.reason().status();
        String detail = rejected.detail().in(locale);
        ProblemDetail problem = make(status, rejected.reason().code(), detail);
        problem.setProperty("errors", fields(rejected.faults(), locale));
        rejected.properties().forEach(problem::setProperty);
        return problem;
    }

    /** Logs a fault of ours once, with its stack; the answer carries its reference only. */
    ProblemDetail bug(Exception bug, HttpServletRequest request) {
        String reference = "E-" + UUID.randomUUID().toString().substring(0, 8);
        log.error("{} {} {} failed", reference, request.getMethod(), request.getRequestURI(), bug);
        ProblemDetail problem = make(500, "server.error", BUG.with(reference).in(request.getLocale()));
        problem.setProperty("errors", List.of());
        problem.setProperty("reference", reference);
        return problem;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Rejected rejected) throws IOException {
        write(response, of(rejected, request.getLocale()));
    }

    void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), problem);
    }

    String text(Rejected rejected, Locale locale) {
        return json.writeValueAsString(of(rejected, locale));
    }

    private static ProblemDetail make(int status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:gridsight:problem:" + code));
        HttpStatus known = HttpStatus.resolve(status);
        problem.setTitle(known == null ? "HTTP " + status : known.getReasonPhrase());
        problem.setDetail(detail);
        problem.setProperty("code", code);
        return problem;
    }

    private static List<Map<String, String>> fields(List<FieldFault> faults, Locale locale) {
        return faults.stream()
                .map(fault -> Map.of(
                        "field", fault.field(), "message", fault.message().in(locale)))
                .toList();
    }
}
