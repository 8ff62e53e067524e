package org.gridsight.app.access;

import java.util.List;
import java.util.regex.Pattern;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Text;

/** What a password must be, as GB/T 22239 is practised: at least eight characters of three classes. */
final class PasswordRule {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 200;
    private static final int CLASSES = 3;
    private static final List<Pattern> CLASS = List.of("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]").stream()
            .map(Pattern::compile)
            .toList();
    static final Text WORDS =
            new Text("至少 8 位,含大写、小写、数字、符号中的三类。", "at least 8 characters of three classes: upper, lower, digits, signs");

    private PasswordRule() {}

    static void check(Faults faults, String field, String secret) {
        long classes = CLASS.stream().filter(c -> c.matcher(secret).find()).count();
        if (secret.length() < SHORTEST || secret.length() > LONGEST || classes < CLASSES) {
            faults.add(field, WORDS);
        }
    }
}
