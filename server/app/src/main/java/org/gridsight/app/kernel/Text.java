package org.gridsight.app.kernel;

import java.text.MessageFormat;
import java.util.Locale;

/** One sentence in both languages of the product, with {@code {0}} placeholders filled by {@link #with}. */
public record Text(String zh, String en) {

    public Text with(Object... arguments) {
        return new Text(fill(zh, arguments), fill(en, arguments));
    }

    /** Chinese unless another language was asked for. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }

    private static String fill(String pattern, Object[] arguments) {
        return new MessageFormat(pattern.replace("'", "''"), Locale.ROOT).format(arguments);
    }
}
