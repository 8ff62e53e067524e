package org.gridsight.app;

import java.lang.reflect.Type;
import java.util.List;
import org.gridsight.app.kernel.FieldFault;
import org.gridsight.app.kernel.Reason;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.databind.json.JsonMapper;

/** Refuses a body in which any value has the wrong JSON type, before a controller sees it; every such field is named. */
@ControllerAdvice
final class BodyReading extends RequestBodyAdviceAdapter implements JsonMapperBuilderCustomizer {

    private enum Unreadable implements Reason {
        WRONG_TYPES;

        @Override
        public String code() {
            return "request.malformed";
        }

        @Override
        public int status() {
            return 400;
        }

        @Override
        public Text text() {
            return new Text(
                    "请求有 {0} 个字段类型不正确,请按 errors 逐项更正。",
                    "The request cannot be read: {0,choice,1#one field has|1<{0} fields have} the wrong type; correct"
                            + " each entry of errors.");
        }
    }

    @Override
    public void customize(JsonMapper.Builder builder) {
        builder.addHandler(new WrongTypes());
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        WrongTypes.begin();
        return message;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        List<FieldFault> faults = WrongTypes.end();
        if (!faults.isEmpty()) {
            throw new Rejected(Unreadable.WRONG_TYPES, faults, faults.size());
        }
        return body;
    }
}
