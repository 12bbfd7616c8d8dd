package io.synctracker.target;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes a delivery in one of the three forms. The same delivery with the same payload is the same bytes. */
final class MessageBody {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpMessage.Body form;
    private final String source;

    MessageBody(HttpMessage message) {
        this.form = message.body();
        this.source = message.source();
    }

    String contentType() {
        return form == HttpMessage.Body.CLOUD_EVENTS ? "application/cloudevents+json" : "application/json";
    }

    /** Returns the body as UTF-8. */
    byte[] write(Delivery delivery) throws NotDeliveredException {
        try {
            return JSON.writeValueAsBytes(document(delivery));
        } catch (JacksonException failure) {
            // Its message may quote the value, which may be personal: the path says enough.
            throw NotDeliveredException.rejected("Not sent: the payload cannot be written as JSON, because of "
                    + Redaction.NONE.clean(failure.getPathReference())
                    + ". Correct that attribute, or leave it out with @SyncIgnored.");
        }
    }

    private Map<String, @Nullable Object> document(Delivery delivery) {
        return switch (form) {
            case PLAIN -> delivery.payload();
            case ENVELOPE -> envelope(delivery);
            case CLOUD_EVENTS -> cloudEvent(delivery);
        };
    }

    private static Map<String, @Nullable Object> envelope(Delivery delivery) {
        Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
        envelope.put("id", delivery.id());
        envelope.put("type", delivery.entity().type());
        envelope.put("entityId", delivery.entity().id());
        envelope.put("action", delivery.action().name());
        envelope.put("externalId", delivery.externalId().orElse(null));
        envelope.put("sequence", delivery.sequence());
        envelope.put("changedAt", delivery.changedAt().toString());
        envelope.put("payload", delivery.payload());
        return envelope;
    }

    private Map<String, @Nullable Object> cloudEvent(Delivery delivery) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", delivery.id());
        event.put("source", source);
        event.put(
                "type",
                "io.synctracker." + delivery.entity().type() + "."
                        + delivery.action().name().toLowerCase(Locale.ROOT));
        event.put("subject", delivery.entity().id());
        event.put("time", delivery.changedAt().toString());
        // The sequence extension is ordered as text, hence the leading zeros.
        event.put("sequence", String.format(Locale.ROOT, "%019d", delivery.sequence()));
        delivery.externalId().ifPresent(id -> event.put("externalid", id));
        event.put("datacontenttype", "application/json");
        event.put("data", delivery.payload());
        return event;
    }
}
