package io.synctracker.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes replies with the library's own JSON; the host's converters have no part in it. */
final class ReplyHandler implements HandlerMethodReturnValueHandler {

    private final Json json;

    ReplyHandler(Json json) {
        this.json = json;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return returnType.getParameterType() == Reply.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returnValue,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
        if (returnValue instanceof Reply reply && response != null) {
            write(reply, response);
        }
    }

    private void write(Reply reply, HttpServletResponse response) throws IOException {
        byte[] body = reply.body() == null ? new byte[0] : json.write(reply.body());
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        if (reply.body() != null) {
            response.setContentType(reply.body() instanceof Problem ? Problem.MEDIA_TYPE : "application/json");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
