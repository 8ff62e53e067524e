package org.gridsight.app.hotspots;

import java.util.Locale;
import org.gridsight.app.kernel.Text;

/** Sentences for readers, which hold for several methods. */
final class Wording {

    private static final Text TOO_FEW = new Text(
            "{0}，{1} 至 {2}：只有 {3} 件，数量太少，不足以得出任何结论。", "{0}, {1} to {2}: only {3} cases, too few to say anything.");

    private Wording() {}

    static Text tooFew(Question question) {
        return with(
                TOO_FEW,
                question.filter().words(),
                Question.date(question.period().from()),
                Question.date(question.period().to()),
                question.studied().size());
    }

    /** Fills a sentence whose first place is a word in both languages. */
    static Text with(Text pattern, Text word, Object... rest) {
        Object[] zh = new Object[rest.length + 1];
        Object[] en = new Object[rest.length + 1];
        zh[0] = word.zh();
        en[0] = word.en();
        for (int i = 0; i < rest.length; i++) {
            Object value = rest[i];
            zh[i + 1] = value instanceof Text text ? text.zh() : String.valueOf(value);
            en[i + 1] = value instanceof Text text ? text.en() : String.valueOf(value);
        }
        return new Text(pattern.with(zh).zh(), pattern.with(en).en());
    }

    /** One decimal below ten, none above. */
    static String plain(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }

    static String small(double p) {
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }
}
