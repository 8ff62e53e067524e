package org.gridsight.app.incidents;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is kept about a person named in a case, and the mask of each: enough to recognise somebody, too little to find. */
enum PersonalColumn {
    NAME(name -> name.substring(0, name.offsetByCodePoints(0, 1)) + "**"),
    PHONE(phone -> phone.length() < 8 ? "****" : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4)),
    ADDRESS(address -> "***"),
    ID_NUMBER(number -> "****");

    private final UnaryOperator<String> mask;

    PersonalColumn(UnaryOperator<String> mask) {
        this.mask = mask;
    }

    @Nullable
    String show(@Nullable String value, Sight sight) {
        if (value == null || value.isEmpty() || sight == Sight.HIDDEN) {
            return null;
        }
        return sight == Sight.OPEN ? value : mask.apply(value);
    }
}
