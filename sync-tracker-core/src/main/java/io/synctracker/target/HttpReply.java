package io.synctracker.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a system answered.
 *
 * @param status three digits
 * @param headers by name
 * @param text the body, or its beginning where it is too long; bytes that are no text are replaced
 */
record HttpReply(int status, HttpHeaders headers, String text) {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s;\"]+)");

    static HttpReply of(HttpResponse<byte[]> response) {
        Charset charset = response.headers()
                .firstValue("Content-Type")
                .flatMap(HttpReply::charset)
                .orElse(UTF_8);
        return new HttpReply(
                response.statusCode(), response.headers(), withoutMark(new String(response.body(), charset)));
    }

    private static Optional<Charset> charset(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        try {
            return matcher.find() ? Optional.of(Charset.forName(matcher.group(1))) : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
