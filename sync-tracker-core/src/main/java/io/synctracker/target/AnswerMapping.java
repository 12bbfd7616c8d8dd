package io.synctracker.target;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Finds the external id and the metadata in an answer. Thread-safe. */
final class AnswerMapping {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_EXTERNAL_ID = 255;
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int LONGEST_EXCERPT = 1000;
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cs}\uFFFD]");

    private final @Nullable JsonPointer externalId;
    private final boolean location;
    private final Map<String, JsonPointer> metadata = new LinkedHashMap<>();

    AnswerMapping(TargetSettings settings, HttpResponseMapping response) {
        this.externalId =
                response.externalId().isEmpty() ? null : pointer(settings, "external-id", response.externalId());
        this.location = response.location();
        response.metadata()
                .forEach((name, pointer) -> metadata.put(name, pointer(settings, "metadata." + name, pointer)));
        settings.check(
                "response.max-bytes",
                response.maxBytes() > 0 && response.maxBytes() <= MOST_BYTES,
                "is " + response.maxBytes() + ": use 1 to " + MOST_BYTES + " bytes.");
        settings.check(
                "response.excerpt",
                response.excerpt() >= 0 && response.excerpt() <= LONGEST_EXCERPT,
                "is " + response.excerpt() + ": use 0 to " + LONGEST_EXCERPT + " characters.");
    }

    private static JsonPointer pointer(TargetSettings settings, String setting, String pointer) {
        settings.check(
                "response." + setting,
                pointer.startsWith("/"),
                "is '" + Redaction.NONE.clean(pointer) + "', which is no JSON pointer: write one such as /data/id.");
        return JsonPointer.compile(pointer);
    }

    /** Returns whether answers are expected to name the external id. */
    boolean readsExternalId() {
        return externalId != null || location;
    }

    /** Returns the JSON of an answer; missing where it is none, so that nothing is found in it. */
    JsonNode parse(HttpReply reply) {
        if ((externalId == null && metadata.isEmpty()) || reply.text().isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(reply.text());
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    /**
     * Returns the entity's id in the system.
     *
     * @return empty if the answer names none
     * @throws NotDeliveredException if it names one that cannot be kept
     */
    Optional<String> externalId(JsonNode document, HttpReply reply) throws NotDeliveredException {
        Optional<String> id = externalId == null ? Optional.empty() : text(document.at(externalId));
        if (id.isEmpty() && location) {
            id = reply.headers().firstValue("Location").flatMap(AnswerMapping::lastSegment);
        }
        if (id.isPresent()) {
            check(reply.status(), id.get());
        }
        return id;
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() || node.isIntegralNumber()
                ? Optional.of(node.asString()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    private static Optional<String> lastSegment(String location) {
        try {
            String path = URI.create(location.strip()).getRawPath();
            String segment = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
            // URLDecoder reads a form, where a plus is a space; in a path it is a plus.
            String decoded = java.net.URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            return Optional.of(decoded).filter(text -> !text.isBlank());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static void check(int status, String id) throws NotDeliveredException {
        if (id.length() > LONGEST_EXTERNAL_ID) {
            throw NotDeliveredException.rejected("HTTP " + status + " named an external id of " + id.length()
                    + " characters, and at most " + LONGEST_EXTERNAL_ID
                    + " are kept. Point http.response.external-id at a shorter one.");
        }
        if (UNSAFE.matcher(id).find()) {
            throw NotDeliveredException.rejected("HTTP " + status + " named an external id with a control character,"
                    + " or with bytes that are no text. Ask the system's owner to send clean ids as UTF-8.");
        }
    }

    /** Returns what the answer has of what is to be noted. */
    Map<String, Object> metadata(JsonNode document) {
        Map<String, Object> found = new LinkedHashMap<>();
        metadata.forEach((name, pointer) -> {
            JsonNode node = document.at(pointer);
            if (!node.isMissingNode() && !node.isNull()) {
                found.put(name, JSON.treeToValue(node, Object.class));
            }
        });
        return found;
    }
}
