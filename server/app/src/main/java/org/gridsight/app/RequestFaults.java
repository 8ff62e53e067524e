package org.gridsight.app;

import java.util.List;
import org.gridsight.app.kernel.FieldFault;
import org.gridsight.app.kernel.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** The fields that Spring's own refusals are about, in words of ours. */
final class RequestFaults {

    private static final Text REQUIRED = new Text("必填。", "is required");
    private static final Text WRONG = new Text("类型不正确。", "has the wrong type");
    private static final Text FILE =
            new Text("须为文件:作为带文件名的 multipart 部分发送。", "must be a file: send it as a multipart part with a file name");

    private RequestFaults() {}

    static List<FieldFault> of(Exception refusal) {
        if (refusal instanceof MissingServletRequestParameterException missing) {
            return List.of(new FieldFault(missing.getParameterName(), REQUIRED));
        }
        if (refusal instanceof MissingServletRequestPartException missing) {
            return List.of(new FieldFault(missing.getRequestPartName(), REQUIRED));
        }
        if (refusal instanceof MissingRequestHeaderException missing) {
            return List.of(new FieldFault(missing.getHeaderName(), REQUIRED));
        }
        if (refusal instanceof MethodArgumentTypeMismatchException mismatch) {
            return List.of(new FieldFault(mismatch.getName(), wrong(mismatch.getRequiredType())));
        }
        if (refusal instanceof MethodArgumentNotValidException form) {
            return ofFields(form.getBindingResult().getFieldErrors());
        }
        return refusal instanceof BindException form ? ofFields(form.getFieldErrors()) : List.of();
    }

    private static List<FieldFault> ofFields(List<FieldError> errors) {
        return errors.stream()
                .map(error -> new FieldFault(error.getField(), wrong(wanted(error))))
                .toList();
    }

    private static @Nullable Class<?> wanted(FieldError error) {
        return error.contains(TypeMismatchException.class)
                ? error.unwrap(TypeMismatchException.class).getRequiredType()
                : null;
    }

    private static Text wrong(@Nullable Class<?> wanted) {
        return wanted == MultipartFile.class ? FILE : WRONG;
    }
}
