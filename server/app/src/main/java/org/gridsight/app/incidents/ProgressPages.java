package org.gridsight.app.incidents;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.gridsight.app.grids.Place;
import org.gridsight.app.kernel.Text;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The public progress pages as HTML: no script, no names, styles from the product's own sheets. */
@Component
class ProgressPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Text TITLE = new Text("办理进度查询", "Progress of your report");
    private static final Text SYNTHETIC = new Text("合成数据", "synthetic data");
    private static final Text LABEL = new Text("一案一码（26 位）", "Case code (26 letters and digits)");
    private static final Text HINT = new Text("上报时收到的查询码。", "You got it when you reported.");
    private static final Text ASK = new Text("查询", "Show progress");
    private static final Text MISS = new Text("没有这个查询码,请逐位核对。", "There is no such code; check it letter by letter.");
    private static final Text ANSWER_BY = new Text("预计 {0} 前答复。", "An answer is due by {0}.");
    private static final Text AS_OF = new Text("以上为 {0} 的情况。", "As of {0}.");
    private static final Text ANOTHER = new Text("查询另一事件", "Look up another report");

    private final IncidentSettings settings;
    private final Clock clock;

    ProgressPages(IncidentSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    String ask(Place place, Locale locale, boolean missed) {
        String miss = missed ? "<p class=\"progress-miss\" role=\"alert\">" + word(MISS, locale) + "</p>" : "";
        return frame(
                place,
                locale,
                "<form class=\"progress-form\" method=\"get\" action=\"/progress\">"
                        + "<label for=\"code\">" + word(LABEL, locale) + "</label>"
                        + "<input id=\"code\" name=\"code\" maxlength=\"60\" required autocomplete=\"off\""
                        + " spellcheck=\"false\" aria-describedby=\"hint\">"
                        + "<p id=\"hint\" class=\"progress-hint\">" + word(HINT, locale) + "</p>" + miss
                        + "<button class=\"button primary\" type=\"submit\">" + word(ASK, locale) + "</button></form>");
    }

    String show(Place place, Progress.Course course, Locale locale) {
        StringBuilder body = new StringBuilder();
        body.append("<p class=\"progress-case\"><strong>")
                .append(HtmlUtils.htmlEscape(course.number()))
                .append("</strong> ")
                .append(word(course.kind().text(), locale))
                .append(" · ")
                .append(HtmlUtils.htmlEscape(course.villageName()))
                .append("</p><ol class=\"progress-course\">");
        for (Progress.Stage stage : course.stages()) {
            body.append("<li><span>")
                    .append(word(stage.status().text(), locale))
                    .append("</span> <time datetime=\"")
                    .append(stage.at())
                    .append("\">")
                    .append(time(stage.at()))
                    .append("</time></li>");
        }
        body.append("</ol>");
        Instant answerBy = course.answerBy();
        if (answerBy != null) {
            body.append("<p>")
                    .append(word(ANSWER_BY.with(time(answerBy)), locale))
                    .append("</p>");
        }
        body.append("<p class=\"progress-hint\">")
                .append(word(AS_OF.with(time(clock.instant())), locale))
                .append("</p>");
        body.append("<p><a href=\"/progress\">").append(word(ANOTHER, locale)).append("</a></p>");
        return frame(place, locale, body.toString());
    }

    private String frame(Place place, Locale locale, String body) {
        String language = locale.getLanguage().equals("en") ? "en" : "zh-CN";
        String mark = place.synthetic() ? " <span class=\"synthetic\">" + word(SYNTHETIC, locale) + "</span>" : "";
        return "<!doctype html><html lang=\"" + language + "\" data-theme=\"light\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"robots\" content=\"noindex\"><title>" + word(TITLE, locale) + "</title>"
                + "<link rel=\"icon\" type=\"image/svg+xml\" href=\"/src/style/icon.svg\">"
                + "<link rel=\"stylesheet\" href=\"/src/style/tokens.css\">"
                + "<link rel=\"stylesheet\" href=\"/src/style/base.css\">"
                + "<link rel=\"stylesheet\" href=\"/src/style/controls.css\">"
                + "<link rel=\"stylesheet\" href=\"/src/style/progress.css\"></head>"
                + "<body class=\"progress\"><main><p class=\"progress-place\">" + HtmlUtils.htmlEscape(place.name())
                + mark
                + "</p><h1>" + word(TITLE, locale) + "</h1>" + body + "</main></body></html>";
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(settings.zone()));
    }

    private static String word(Text text, Locale locale) {
        return HtmlUtils.htmlEscape(text.in(locale));
    }
}
