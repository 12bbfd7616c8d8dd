package io.synctracker.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected values were computed with {@code openssl dgst -sha256 -mac HMAC}. */
class WebhookSignatureTest {

    private static final String ID = "msg_loFOjxBNrRLzqYUf";
    private static final long TIME = 1_731_705_121;
    private static final byte[] BODY = "{\"event_type\":\"ping\",\"data\":{\"success\":true}}".getBytes(UTF_8);
    private static final String WITH_NEW = "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=";
    private static final String WITH_OLD = "v1,wGcP1zm2n8IoeSwno15QxbZbUjU4alVtSLm6fjn1fCs=";

    @Test
    void a_prefixed_secret_is_base64() {
        assertThat(sign("whsec_plJ3nmyCDGBKInavdOK15jsl")).isEqualTo(WITH_NEW);
    }

    @Test
    void any_other_secret_is_taken_as_it_is() {
        assertThat(sign("old secret")).isEqualTo(WITH_OLD);
    }

    @Test
    void two_secrets_make_two_signatures() {
        assertThat(sign("whsec_plJ3nmyCDGBKInavdOK15jsl", "old secret")).isEqualTo(WITH_NEW + " " + WITH_OLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_not*base64"})
    void what_is_no_key_is_refused_without_being_shown(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookSignature.key(secret))
                .withMessageNotContaining("not*base64");
    }

    private static String sign(String... secrets) {
        return WebhookSignature.of(List.of(secrets), ID, TIME, BODY);
    }
}
