package io.synctracker.sample.crm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final long NOW = 1_614_265_330;
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    /** Computed with openssl: {@code printf '%s' "$id.$time.$body" | openssl dgst -sha256 -hmac secret -binary | base64}. */
    private static final String RIGHT = "v1,T49pOLi9Y59Pd0W8q5zvP9qTIc61pr4XaCUOi3i6Wj4=";

    private final WebhookSignature signature =
            new WebhookSignature("secret", Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

    @Test
    void what_the_crm_has_signed_is_accepted() {
        assertThat(signature.isValid("msg_1", NOW, RIGHT, BODY)).isTrue();
    }

    @Test
    void one_right_signature_of_several_is_enough() {
        assertThat(signature.isValid("msg_1", NOW, "v1,b2xk " + RIGHT, BODY)).isTrue();
    }

    @Test
    void another_body_is_refused() {
        assertThat(signature.isValid("msg_1", NOW, RIGHT, "{}".getBytes(UTF_8))).isFalse();
    }

    @Test
    void an_old_message_is_refused_though_it_is_signed() {
        Clock later = Clock.fixed(Instant.ofEpochSecond(NOW + 301), ZoneOffset.UTC);
        assertThat(new WebhookSignature("secret", later).isValid("msg_1", NOW, RIGHT, BODY))
                .isFalse();
    }

    @Test
    void another_secret_is_refused() {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
        assertThat(new WebhookSignature("other", clock).isValid("msg_1", NOW, RIGHT, BODY))
                .isFalse();
    }
}
