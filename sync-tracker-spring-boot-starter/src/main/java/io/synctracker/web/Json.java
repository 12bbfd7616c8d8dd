package io.synctracker.web;

import io.synctracker.web.Problem.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the API's JSON with a mapper of its own, which no setting of the host can change. Thread-safe. */
final class Json {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private final int maxBytes;

    Json(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    String text(Object value) {
        return mapper.writeValueAsString(value);
    }

    /**
     * Reads the body of a request.
     *
     * @throws ProblemException if it is too long, no JSON, or does not fit
     */
    <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        requireJson(request);
        try {
            T value = mapper.readValue(bytes(request), type);
            if (value == null) {
                throw new ProblemException(ProblemKind.INVALID_BODY, "The body is null. Send a JSON object.");
            }
            return value;
        } catch (JacksonException e) {
            throw problem(e);
        }
    }

    private static void requireJson(HttpServletRequest request) {
        String contentType = request.getContentType();
        try {
            MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
            if (MediaType.APPLICATION_JSON.includes(type) || type.getSubtype().endsWith("+json")) {
                return;
            }
        } catch (InvalidMediaTypeException e) {
            // Said below in our own words.
        }
        throw new ProblemException(
                ProblemKind.UNSUPPORTED_MEDIA_TYPE, "Send JSON, with the header Content-Type: application/json.");
    }

    private byte[] bytes(HttpServletRequest request) throws IOException {
        try (InputStream body = request.getInputStream()) {
            byte[] bytes = body.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new ProblemException(
                        ProblemKind.TOO_LARGE, "The body is longer than " + maxBytes + " bytes. Send less.");
            }
            return bytes;
        }
    }

    /** Says where it is wrong and never repeats what was sent: it may be a secret. */
    private static ProblemException problem(JacksonException e) {
        String field = field(e.getPath());
        if (e instanceof UnrecognizedPropertyException) {
            return ProblemException.invalid(field, "There is no field '" + field + "' here. Leave it out.");
        }
        if (e instanceof DatabindException && !field.isEmpty()) {
            return ProblemException.invalid(
                    field, "The value of '" + field + "' does not fit. See the API's openapi.json for what does.");
        }
        TokenStreamLocation at = e.getLocation();
        String where =
                at == null ? "" : " It breaks off in line " + at.getLineNr() + ", column " + at.getColumnNr() + ".";
        return ProblemException.of(
                ProblemKind.INVALID_BODY,
                List.of(new FieldError("", "The body is no JSON object of this kind." + where)));
    }

    private static String field(List<JacksonException.Reference> path) {
        StringBuilder field = new StringBuilder();
        for (JacksonException.Reference step : path) {
            if (step.getPropertyName() == null) {
                field.append(String.format(Locale.ROOT, "[%d]", step.getIndex()));
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return field.toString();
    }
}
