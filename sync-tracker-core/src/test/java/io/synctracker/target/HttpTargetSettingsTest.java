package io.synctracker.target;

import static io.synctracker.target.HttpTargets.crm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.synctracker.target.HttpTargetOptions.Timeouts;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTargetSettingsTest {

    private static final HttpTargetOptions GOOD = HttpTargetOptions.to("https://crm.test/api");

    static Stream<Arguments> wrong() {
        Secret key = Secret.of("s3cret");
        return Stream.of(
                Arguments.of("url", HttpTargetOptions.to("")),
                Arguments.of("url", HttpTargetOptions.to("crm.test")),
                Arguments.of("url", HttpTargetOptions.to("https://me:s3cret@crm.test")),
                Arguments.of("actions.create.path", with(HttpActions.DEFAULT.withCreate(null, "/{externalId}"))),
                Arguments.of("actions.update.path", with(HttpActions.DEFAULT.withUpdate(null, "/{name}"))),
                Arguments.of("actions.delete.method", with(HttpActions.DEFAULT.withDelete("GET", null))),
                Arguments.of("actions.update.method", with(HttpActions.DEFAULT.withUpdate("PUT\r\nX: 1", null))),
                Arguments.of("headers.X Key", GOOD.withHeader("X Key", key)),
                Arguments.of("headers.Host", GOOD.withHeader("Host", key)),
                Arguments.of("headers.X-Key", GOOD.withHeader("X-Key", Secret.of("s3cret\r\nX-Evil: 1"))),
                Arguments.of("headers.X-Key", GOOD.withHeader("X-Key", Secret.of("s3cret ü"))),
                Arguments.of("headers.X-Key", GOOD.withHeader("X-Key", Secret.of(" "))),
                Arguments.of("headers.x-key", GOOD.withHeader("X-Key", key).withHeader("x-key", key)),
                Arguments.of("authentication", with(new HttpAuthentication(key, "me", key, null, null))),
                Arguments.of("authentication", with(new HttpAuthentication(null, "me", null, null, null))),
                Arguments.of("authentication.username", with(HttpAuthentication.basic("me:too", key))),
                Arguments.of("authentication.api-key", with(new HttpAuthentication(null, null, null, "X-Key", null))),
                Arguments.of("authentication.bearer-token", with(HttpAuthentication.bearer(Secret.of("s3cret\n")))),
                Arguments.of(
                        "authentication.bearer-token",
                        with(HttpAuthentication.bearer(key)).withHeader("authorization", key)),
                Arguments.of("message.source", with(HttpMessage.DEFAULT.withSource(""))),
                Arguments.of("message.idempotency-header", with(HttpMessage.DEFAULT.withIdempotencyHeader("a:b"))),
                Arguments.of(
                        "message.sequence-header",
                        with(HttpMessage.DEFAULT.withSequenceHeader("X-Key")).withHeader("x-key", key)),
                Arguments.of(
                        "message.signing-secrets[1]",
                        with(HttpMessage.DEFAULT.withSigningSecrets(key, Secret.of("whsec_s3cret!")))),
                Arguments.of("response.external-id", with(HttpResponseMapping.DEFAULT.withExternalId("id"))),
                Arguments.of("response.metadata.rev", with(HttpResponseMapping.DEFAULT.withMetadata("rev", "rev"))),
                Arguments.of("response.max-bytes", with(HttpResponseMapping.DEFAULT.withMaxBytes(0))),
                Arguments.of("response.max-bytes", with(HttpResponseMapping.DEFAULT.withMaxBytes(Integer.MAX_VALUE))),
                Arguments.of("response.excerpt", with(HttpResponseMapping.DEFAULT.withExcerpt(-1))),
                Arguments.of("response.statuses", with(HttpStatuses.DEFAULT.withAccepted(42))),
                Arguments.of(
                        "response.statuses",
                        with(HttpStatuses.DEFAULT.withAccepted(409).withDeferred(409))),
                Arguments.of("timeouts.connect", GOOD.withTimeouts(new Timeouts(Duration.ZERO, null))),
                Arguments.of("timeouts.request", GOOD.withTimeouts(new Timeouts(null, Duration.ofDays(400_000)))));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_setting_is_named_with_its_target_and_shows_no_secret(String setting, HttpTargetOptions options) {
        assertThatExceptionOfType(TargetSettingException.class)
                .isThrownBy(() -> crm(options))
                .withMessageStartingWith("Target crm: the setting sync-tracker.targets.crm.http." + setting + " ")
                .withMessageEndingWith(" See docs/how-to/http-target.md.")
                .withMessageNotContaining("s3cret")
                .satisfies(problem -> assertThat(problem.target()).isEqualTo("crm"))
                .satisfies(problem -> assertThat(problem.setting()).endsWith(setting));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "12345678901234567890123456789012345678901234567890123456789012345"})
    void a_target_needs_a_name(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> HttpTarget.of(name, GOOD, Clock.systemUTC()));
    }

    @Test
    void what_is_not_set_has_its_default() {
        HttpTargetOptions options = new HttpTargetOptions("https://crm.test/api", null, null, null, null, null, null);

        assertThat(options).isEqualTo(GOOD);
        assertThat(options.timeouts()).isEqualTo(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20)));
        assertThat(options.message().idempotencyHeader()).isEqualTo("Idempotency-Key");
        assertThat(options.response().externalId()).isEqualTo("/id");
        assertThat(options.response().maxBytes()).isEqualTo(1_048_576);
        assertThat(options.response().statuses().missing()).isEqualTo(HttpStatuses.Missing.RECREATE);
    }

    @Test
    void options_are_values() {
        HttpStatuses statuses = HttpStatuses.DEFAULT.withAccepted(409, 423);

        assertThat(with(statuses)).isEqualTo(with(new HttpStatuses(Set.of(423, 409), null, null, null, null)));
    }

    @Test
    void an_api_key_has_a_usual_header() {
        assertThat(new HttpAuthentication(null, null, null, null, Secret.of("k")).apiKeyHeader())
                .isEqualTo("X-API-Key");
    }

    private static HttpTargetOptions with(HttpActions actions) {
        return GOOD.withActions(actions);
    }

    private static HttpTargetOptions with(HttpAuthentication authentication) {
        return GOOD.withAuthentication(authentication);
    }

    private static HttpTargetOptions with(HttpMessage message) {
        return GOOD.withMessage(message);
    }

    private static HttpTargetOptions with(HttpResponseMapping response) {
        return GOOD.withResponse(response);
    }

    private static HttpTargetOptions with(HttpStatuses statuses) {
        return with(HttpResponseMapping.DEFAULT.withStatuses(statuses));
    }
}
