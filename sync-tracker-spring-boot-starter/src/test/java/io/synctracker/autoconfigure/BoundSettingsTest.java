package io.synctracker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.model.ModelSettings;
import io.synctracker.relay.RelaySettings;
import io.synctracker.target.HttpMessage;
import io.synctracker.target.HttpTargetOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BoundSettingsTest {

    private final Map<String, String> settings = new HashMap<>();

    @Test
    void a_target_inherits_what_it_does_not_set() {
        settings.put("sync-tracker.retry.max-attempts", "7");
        settings.put("sync-tracker.targets.crm.retry.initial-interval", "3s");
        settings.put("sync-tracker.targets.crm.concurrency", "1");
        RelaySettings relay = bound().relaySettings();
        assertThat(relay.of("crm").retry().maxAttempts()).isEqualTo(7);
        assertThat(relay.of("crm").retry().initialInterval()).isEqualTo(Duration.ofSeconds(3));
        assertThat(relay.of("crm").concurrency()).isEqualTo(1);
        assertThat(relay.of("erp").concurrency()).isEqualTo(4);
    }

    @Test
    void a_name_with_other_characters_stands_in_brackets() {
        settings.put("sync-tracker.targets[my_crm].concurrency", "2");
        assertThat(bound().relaySettings().of("my_crm").concurrency()).isEqualTo(2);
    }

    @Test
    void a_rate_limit_may_be_less_than_one_call_in_a_second() {
        settings.put("sync-tracker.targets.crm.rate-limit", "0.5");
        assertThat(bound().relaySettings().of("crm").callsPerSecond()).isEqualTo(0.5);
    }

    @Test
    void a_target_with_an_http_part_is_made_by_the_settings() {
        settings.put("sync-tracker.targets.crm.http.url", "https://crm.example.com/products");
        settings.put("sync-tracker.targets.erp.concurrency", "1");
        assertThat(bound().httpTargets(Clock.systemUTC()))
                .extracting(target -> target.name())
                .containsExactly("crm");
    }

    @Test
    void every_part_of_an_http_target_can_be_set() {
        settings.put("sync-tracker.targets.crm.http.url", "https://crm.example.com/products");
        settings.put("sync-tracker.targets.crm.http.actions.update.method", "PATCH");
        settings.put("sync-tracker.targets.crm.http.headers[X-Tenant]", "acme");
        settings.put("sync-tracker.targets.crm.http.authentication.bearer-token", "t0ken");
        settings.put("sync-tracker.targets.crm.http.message.body", "cloud-events");
        settings.put("sync-tracker.targets.crm.http.message.signing-secrets[0]", "whsec_c2VjcmV0");
        settings.put("sync-tracker.targets.crm.http.response.statuses.conflicted", "422,428");
        settings.put("sync-tracker.targets.crm.http.timeouts.request", "10s");
        HttpTargetOptions http = bound().targets().get("crm").http();
        assertThat(http.actions().update().method()).isEqualTo("PATCH");
        assertThat(http.headers().get("X-Tenant").value()).isEqualTo("acme");
        assertThat(http.authentication().bearerToken().value()).isEqualTo("t0ken");
        assertThat(http.message().body()).isEqualTo(HttpMessage.Body.CLOUD_EVENTS);
        assertThat(http.message().signingSecrets()).hasSize(1);
        assertThat(http.response().statuses().conflicted()).containsExactlyInAnyOrder(422, 428);
        assertThat(http.timeouts().request()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_model_is_named_by_its_logical_name_or_its_class() {
        settings.put("sync-tracker.models.User.track-updated", "false");
        settings.put("sync-tracker.models[com.example.Legacy].targets", "crm,erp");
        ModelSettings models = bound().modelSettings();
        assertThat(models.models().get("User").trackUpdated()).isFalse();
        assertThat(models.models().get("com.example.Legacy").targets()).isEqualTo(Set.of("crm", "erp"));
    }

    @Test
    void a_model_that_says_nothing_about_a_change_inherits_the_default() {
        settings.put("sync-tracker.default-tracking.track-deleted", "false");
        settings.put("sync-tracker.models.User.track-updated", "false");
        ModelSettings models = bound().modelSettings();
        assertThat(models.trackedByDefault()).containsExactlyInAnyOrder(ChangeType.CREATE, ChangeType.UPDATE);
        assertThat(models.models().get("User").trackDeleted()).isNull();
    }

    @Test
    void an_empty_list_of_targets_means_nobody() {
        settings.put("sync-tracker.models.User.targets", "");
        assertThat(bound().modelSettings().models().get("User").targets()).isEmpty();
    }

    @Test
    void no_secret_is_in_the_text_of_the_settings() {
        settings.put("sync-tracker.encryption.active-key", "k1");
        settings.put("sync-tracker.encryption.keys.k1", "c2VjcmV0LW9mLXRoZS1rZXk=");
        settings.put("sync-tracker.targets.crm.http.url", "https://crm.example.com?token=in-the-url");
        settings.put("sync-tracker.targets.crm.http.authentication.bearer-token", "t0ken");
        settings.put("sync-tracker.targets.crm.http.headers.X-Key", "in-a-header");
        assertThat(bound().toString())
                .contains("k1", "crm.example.com")
                .doesNotContain("c2VjcmV0LW9mLXRoZS1rZXk=", "t0ken", "in-a-header", "in-the-url");
    }

    private SyncTrackerProperties bound() {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("sync-tracker", Bindable.of(SyncTrackerProperties.class))
                .get();
    }
}
