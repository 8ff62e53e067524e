package org.gridsight.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridsight.app.kernel.FieldFault;
import org.gridsight.app.kernel.Rejected;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes refusals as RFC 9457 problem documents in the caller's language. */
@Component
class Problems {

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    ProblemDetail of(Rejected rejected, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatus(rejected.reason().status());
        problem.setType(
                java.net.URI.create("urn:gridsight:problem:" + rejected.reason().code()));
        problem.setTitle(HttpStatus.valueOf(rejected.reason().status()).getReasonPhrase());
        problem.setDetail(rejected.detail().in(locale));
        problem.setProperty("code", rejected.reason().code());
        problem.setProperty("errors", fields(rejected.faults(), locale));
        rejected.properties().forEach(problem::setProperty);
        return problem;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Rejected rejected) throws IOException {
        response.setStatus(rejected.reason().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), of(rejected, request.getLocale()));
    }

    private static List<Map<String, String>> fields(List<FieldFault> faults, Locale locale) {
        return faults.stream()
                .map(fault -> Map.of(
                        "field", fault.field(), "message", fault.message().in(locale)))
                .toList();
    }
}
