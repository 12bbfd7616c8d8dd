package io.synctracker.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.SanitizableData;

class SecretSettingsTest {

    private final SecretSettings secrets = new SecretSettings();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sync-tracker.encryption.keys.k1",
                "SYNCTRACKER_ENCRYPTION_KEYS_K1",
                "sync-tracker.targets.crm.http.authentication.bearer-token",
                "SYNCTRACKER_TARGETS_CRM_HTTP_AUTHENTICATION_BEARERTOKEN",
                "sync-tracker.targets[my.crm].http.headers.X-Key",
                "sync-tracker.targets.crm.http.message.signing-secrets[0]",
            })
    void a_secret_is_hidden(String key) {
        assertThat(shown(key)).isEqualTo(SanitizableData.SANITIZED_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sync-tracker.encryption.active-key",
                "sync-tracker.targets.crm.http.url",
                "sync-tracker.relay.batch-size",
                "spring.application.name",
            })
    void what_is_no_secret_of_ours_is_shown(String key) {
        assertThat(shown(key)).isEqualTo("value");
    }

    private Object shown(String key) {
        return secrets.apply(new SanitizableData(null, key, "value")).getValue();
    }
}
