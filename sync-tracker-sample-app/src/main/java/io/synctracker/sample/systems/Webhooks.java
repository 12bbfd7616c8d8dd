package io.synctracker.sample.systems;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tells the subscriber what the system's own users change, signed as Standard Webhooks describes it. Thread-safe. */
final class Webhooks {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String ALGORITHM = "HmacSHA256";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String secret;
    private final Clock clock;
    private volatile @Nullable URI subscriber;

    /**
     * Nobody has subscribed yet.
     *
     * @param secret shared with the subscriber
     * @param clock what messages are dated with
     */
    Webhooks(String secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    void subscribe(URI url) {
        subscriber = url;
    }

    /** Sends one record as it is now, and returns how the subscriber answered, in words. */
    String send(StoredRecord record) {
        URI url = subscriber;
        if (url == null) {
            return "not sent: nobody has subscribed";
        }
        try {
            return "answered with "
                    + client.send(request(url, record), BodyHandlers.discarding())
                            .statusCode();
        } catch (IOException failure) {
            return "not delivered: the subscriber does not answer";
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return "not delivered: shutting down";
        }
    }

    private HttpRequest request(URI url, StoredRecord record) {
        String id = "msg_" + UUID.randomUUID();
        long seconds = clock.instant().getEpochSecond();
        String body = json.writeValueAsString(Map.of("type", record.type(), "id", record.id(), "data", record.data()));
        return HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", "v1," + sign(id + "." + seconds + "." + body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }
}
