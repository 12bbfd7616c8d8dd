package io.synctracker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.testing.Keys;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void half_a_character_is_escaped_and_whole_ones_are_not() {
        assertThat(JsonText.write("a\ud83d\ude00\ud800b")).isEqualTo("\"a\ud83d\ude00\\ud800b\"");
    }

    @Test
    void what_is_written_is_read_back() {
        Map<String, Object> value = Map.of("price", new BigDecimal("19.90"), "name", "\ud800", "n", 7);

        assertThat(JsonText.readMap(JsonText.write(value))).isEqualTo(value);
    }

    @Test
    void times_ids_and_constants_become_text() {
        assertThat(JsonText.plain(Instant.parse("2026-01-02T03:04:05Z"))).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(JsonText.plain(new UUID(1, 2))).isEqualTo("00000000-0000-0001-0000-000000000002");
        assertThat(JsonText.plain(Thread.State.NEW)).isEqualTo("NEW");
    }

    @Test
    void a_value_that_cannot_be_written_is_refused_by_its_class() {
        Object endless = new Object() {
            public Object getSelf() {
                return this;
            }
        };

        assertThatThrownBy(() -> JsonText.write(endless)).hasMessageContaining("Cannot write a value of");
    }

    @Test
    void a_text_that_is_no_object_is_refused() {
        assertThatThrownBy(() -> JsonText.readMap("[1]")).hasMessageContaining("not a JSON object");
    }

    @Test
    void a_number_of_any_length_is_read_back() {
        Map<String, Object> value = Map.of("n", new BigInteger("9".repeat(5000)));

        assertThat(JsonText.readMap(JsonText.write(value))).isEqualTo(value);
    }

    @Test
    void a_constant_is_its_name_wherever_it_stands() {
        assertThat(JsonText.plain(List.of(Keys.Colour.RED))).isEqualTo(List.of("RED"));
    }
}
