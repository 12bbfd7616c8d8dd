package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveKeysTest {

    private final SensitiveKeys keys = SensitiveKeys.DEFAULT;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password",
                "PASSWORD",
                "user_password",
                "apiKey",
                "api-key",
                "apikey",
                "APIKey",
                "X-Api-Key",
                "access_token",
                "clientSecret",
                "client.secret",
                "tokens",
                "token2",
                "Authorization",
                "dbCredentials",
                "key"
            })
    void a_name_with_a_word_that_is_a_key_is_sensitive(String name) {
        assertThat(keys.matches(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyboard", "monkey", "tokenizer", "secretary", "user", "", "passwordless"})
    void a_name_that_only_looks_like_one_is_not(String name) {
        assertThat(keys.matches(name)).isFalse();
    }

    @Test
    void a_key_of_several_words_matches_however_it_is_joined() {
        SensitiveKeys own = SensitiveKeys.of(Set.of("client-id", " "));

        assertThat(List.of("clientId", "CLIENT_ID", "clientid", "theClientIdHere"))
                .allMatch(own::matches);
        assertThat(List.of("client", "id", "password", "")).noneMatch(own::matches);
    }

    @Test
    void values_are_masked_at_any_depth_and_nothing_else() {
        Map<String, Object> values = Map.of(
                "user", "ann",
                "credentials", Map.of("user", "ann"),
                "list", List.of(Map.of("token", 12345), "plain"));

        assertThat(keys.mask(values))
                .isEqualTo(
                        Map.of("user", "ann", "credentials", "***", "list", List.of(Map.of("token", "***"), "plain")));
        assertThat(keys.areIn(values)).isTrue();
        assertThat(keys.areIn(Map.of("user", "ann"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "token=abc&x=1 | token=***&x=1",
                "{\"password\":\"x\"} | {\"password\":\"***\"}",
                "{\"password\": \"a\\\"b\", \"user\": \"ann\"} | {\"password\": \"***\", \"user\": \"ann\"}",
                "{\\\"token\\\":\\\"abc\\\",\\\"a\\\":1} | {\\\"token\\\":\\\"***\\\",\\\"a\\\":1}",
                "Authorization: Bearer abc.def.ghi | Authorization: ***",
                "sent bearer abcdefghij | sent bearer ***",
                "client_secret: 'x y' end | client_secret: '***' end",
                "\"credentials\":{\"a\":1} after | \"credentials\":*** after",
                "http://ann:pw@host/ | http://ann:***@host/",
                "user=ann | user=ann",
                "Key (external_id)=(5) exists | Key (external_id)=(5) exists",
            })
    void what_looks_like_a_secret_by_its_name_is_masked(String text, String masked) {
        assertThat(keys.maskText(text)).isEqualTo(masked);
    }

    @Test
    void known_secrets_are_masked_wherever_they_stand() {
        SensitiveText texts = keys.textOf(Map.of(
                "password",
                "hunter two",
                "token",
                987654,
                "pins",
                "x",
                "secret",
                Map.of("inner", "deep-value"),
                "key",
                "ab"));

        assertThat(texts.mask("at hunter two, hunter+two, hunter%20two, 987654, deep-value"))
                .isEqualTo("at ***, ***, ***, ***, ***");
        assertThat(texts.mask("about ab, cab")).isEqualTo("about ***, cab");
        assertThat(texts.mask(Map.of("a", List.of("x hunter two"), "b", 987654, "c", 1)))
                .isEqualTo(Map.of("a", List.of("x ***"), "b", "***", "c", 1));
        assertThat(texts.toString()).doesNotContain("hunter");
    }

    @Test
    void a_long_hostile_text_is_masked_in_no_time() {
        assertThat(keys.maskText("token".repeat(100_000) + "=\"" + "\\".repeat(100_000)))
                .isNotEmpty();
        assertThat(keys.maskText("a=".repeat(100_000))).isNotEmpty();
    }
}
