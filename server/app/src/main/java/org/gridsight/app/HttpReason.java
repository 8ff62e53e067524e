package org.gridsight.app;

import java.util.Map;
import org.gridsight.app.kernel.Reason;
import org.gridsight.app.kernel.Text;

/** A refusal by HTTP itself, before any rule of a room was asked: no such address, no such media type, too large. */
record HttpReason(int status) implements Reason {

    static final HttpReason BAD_REQUEST = new HttpReason(400);
    static final HttpReason TOO_LARGE = new HttpReason(413);

    private static final Text OTHER =
            new Text("请求未被接受,请核对地址、请求头与内容。", "The request was not taken; check its address, its headers and its body.");

    private static final Map<Integer, Text> TEXTS = Map.of(
            400,
            new Text(
                    "请求格式不正确:请更正 errors 所列各项;若为空,请核对地址、参数编码、请求头与表单。",
                    "The request is not well formed: correct the entries of errors; without any, check the address,"
                            + " the encoding of its parameters, the headers and the form."),
            404,
            new Text("此地址下没有内容,请核对地址。", "There is nothing at this address; check it."),
            405,
            new Text("此地址不接受该方法,请用 Allow 所列方法。", "This address does not take the method; use one that Allow lists."),
            406,
            new Text(
                    "无法以所要求的格式回答,请在 Accept 中写 application/json。",
                    "There is no answer in the wanted format; ask for application/json in Accept."),
            413,
            new Text("请求内容过大,请减小或分成几份后再发送。", "The request is too large; send less, or in several parts."),
            415,
            new Text(
                    "不接受该内容类型:数据用 application/json,文件用 multipart/form-data。",
                    "This content type is not taken: send data as application/json and files as multipart/form-data."));

    @Override
    public String code() {
        return status == 413 ? "request.too-large" : "request.http-" + status;
    }

    @Override
    public Text text() {
        return TEXTS.getOrDefault(status, OTHER);
    }
}
