package org.gridsight.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridsight.app.kernel.FieldFault;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/**
 * Goes on reading the body of a request where a value has the wrong JSON type, and notes the field, so that all such
 * fields are told at once. Elsewhere in the product Jackson fails at the first, as ever.
 */
final class WrongTypes extends DeserializationProblemHandler {

    private static final String NOTED = WrongTypes.class.getName();

    private static final Text TEXT = new Text("须为文本。", "must be a text");
    private static final Text NUMBER = new Text("须为数字。", "must be a number");
    private static final Text TRUTH = new Text("须为 true 或 false。", "must be true or false");
    private static final Text LIST = new Text("须为列表 [...]。", "must be a list, as in [...]");
    private static final Text OBJECT = new Text("须为对象 {...}。", "must be an object, as in {...}");

    /** From here on this request's faults are noted. */
    static void begin() {
        attributes()
                .ifPresent(request ->
                        request.setAttribute(NOTED, new ArrayList<FieldFault>(), RequestAttributes.SCOPE_REQUEST));
    }

    /** What was noted since {@link #begin}; nothing is noted any more. */
    static List<FieldFault> end() {
        List<FieldFault> faults = noted().map(List::copyOf).orElse(List.of());
        attributes().ifPresent(request -> request.removeAttribute(NOTED, RequestAttributes.SCOPE_REQUEST));
        return faults;
    }

    private static Optional<RequestAttributes> attributes() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes());
    }

    @SuppressWarnings("unchecked") // only begin() sets it
    private static Optional<List<FieldFault>> noted() {
        return attributes()
                .map(request -> (List<FieldFault>) request.getAttribute(NOTED, RequestAttributes.SCOPE_REQUEST));
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message) {
        return note(target.getRawClass(), parser);
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> target,
            ValueInstantiator instantiator,
            JsonParser parser,
            String message) {
        return note(target, parser);
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> target, String value, String message) {
        return note(target, context.getParser());
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> target, Number value, String message) {
        return note(target, context.getParser());
    }

    /** Takes the value as absent; the request is refused after its body is read. */
    private static @Nullable Object note(Class<?> target, JsonParser parser) {
        Optional<List<FieldFault>> faults = noted();
        if (faults.isEmpty() || target.isPrimitive()) {
            return NOT_HANDLED;
        }
        faults.get().add(new FieldFault(path(parser), expected(target)));
        parser.skipChildren();
        return null;
    }

    private static Text expected(Class<?> type) {
        if (type == Boolean.class) {
            return TRUTH;
        }
        if (Number.class.isAssignableFrom(type)) {
            return NUMBER;
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return LIST;
        }
        boolean object = type.isRecord() || Map.class.isAssignableFrom(type);
        return object ? OBJECT : TEXT;
    }

    /** Where the parser stands, such as {@code parties[0].name}; blank is the body as a whole. */
    private static String path(JsonParser parser) {
        JsonToken token = parser.currentToken();
        TokenStreamContext at = parser.streamReadContext();
        if (token != null && token.isStructStart()) {
            at = at.getParent();
        }
        Deque<String> steps = new ArrayDeque<>();
        for (; at != null && !at.inRoot(); at = at.getParent()) {
            steps.addFirst(at.inArray() ? "[" + at.getCurrentIndex() + "]" : "." + at.currentName());
        }
        String path = String.join("", steps);
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
