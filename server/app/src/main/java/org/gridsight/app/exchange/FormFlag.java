package org.gridsight.app.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gridsight.app.kernel.CommonReason;
import org.gridsight.app.kernel.FieldFault;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;

/** A yes or no of a form. An unknown word is refused: taken for "no" it could turn a trial into the real thing. */
final class FormFlag {

    private static final Set<String> YES = Set.of("true", "1", "yes", "on");
    private static final Set<String> NO = Set.of("", "false", "0", "no", "off");
    private static final Text UNKNOWN = new Text("须为 true 或 false,收到 {0}。", "must be true or false, was {0}");

    private FormFlag() {}

    static boolean parse(String field, @Nullable String value) {
        String word = value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word)) {
            return YES.contains(word);
        }
        throw new Rejected(CommonReason.INVALID, List.of(new FieldFault(field, UNKNOWN.with(word))), 1);
    }
}
