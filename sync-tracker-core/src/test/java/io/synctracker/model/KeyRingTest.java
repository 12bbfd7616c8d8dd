package io.synctracker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.testing.Host;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final String OTHER = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

    @Test
    void a_value_comes_back_and_no_two_cipher_texts_are_alike() {
        KeyRing keys = KeyRing.of("k1", Map.of("k1", Host.KEY));

        assertThat(keys.decrypt(keys.encrypt("grüße"))).isEqualTo("grüße");
        assertThat(keys.encrypt("same")).isNotEqualTo(keys.encrypt("same"));
    }

    @Test
    void an_old_value_is_read_after_the_active_key_has_changed() {
        String old = KeyRing.of("k1", Map.of("k1", Host.KEY)).encrypt("old");

        KeyRing rotated = KeyRing.of("k2", Map.of("k1", Host.KEY, "k2", OTHER));

        assertThat(rotated.decrypt(old)).isEqualTo("old");
        assertThat(rotated.encrypt("new")).startsWith("k2.");
    }

    @Test
    void a_value_whose_key_is_gone_is_refused_by_the_keys_name() {
        String old = KeyRing.of("k1", Map.of("k1", Host.KEY)).encrypt("old");

        assertThatThrownBy(() -> KeyRing.of("k2", Map.of("k2", OTHER)).decrypt(old))
                .hasMessageContaining("'k1'")
                .hasMessageContaining("sync-tracker.encryption.keys");
    }

    @Test
    void a_value_that_was_changed_is_refused() {
        KeyRing keys = KeyRing.of("k1", Map.of("k1", Host.KEY));
        String cipher = keys.encrypt("text");
        char last = cipher.charAt(cipher.length() - 5);
        String changed = cipher.substring(0, cipher.length() - 5)
                + (last == 'A' ? 'B' : 'A')
                + cipher.substring(cipher.length() - 4);

        assertThatThrownBy(() -> keys.decrypt(changed)).hasMessageContaining("cannot be decrypted");
    }

    @Test
    void a_key_of_another_length_is_refused_without_showing_it() {
        assertThatThrownBy(() -> KeyRing.of("k1", Map.of("k1", "c2hvcnQ=")))
                .hasMessageContaining("5 bytes")
                .hasMessageNotContaining("c2hvcnQ=");
    }

    @Test
    void an_active_key_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> KeyRing.of("k9", Map.of("k1", Host.KEY))).hasMessageContaining("'k9'");
    }

    @Test
    void an_empty_ring_says_which_settings_are_missing() {
        assertThatThrownBy(() -> KeyRing.empty().encrypt("x")).hasMessageContaining("sync-tracker.encryption");
    }

    @Test
    void a_ring_does_not_print_its_keys() {
        assertThat(KeyRing.of("k1", Map.of("k1", Host.KEY)).toString()).isEqualTo("KeyRing[k1]");
    }

    @Test
    void a_value_that_was_cut_off_is_refused() {
        KeyRing keys = KeyRing.of("k1", Map.of("k1", Host.KEY));

        assertThatThrownBy(() -> keys.decrypt("k1.abc")).hasMessageContaining("cannot be decrypted");
    }
}
