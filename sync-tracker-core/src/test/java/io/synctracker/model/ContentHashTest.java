package io.synctracker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    @Test
    void the_order_of_members_does_not_matter() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("a", 1);
        one.put("b", Map.of("c", "d", "e", "f"));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("b", Map.of("e", "f", "c", "d"));
        other.put("a", 1);

        assertThat(ContentHash.of(one)).isEqualTo(ContentHash.of(other));
    }

    @Test
    void the_order_of_elements_matters() {
        assertThat(ContentHash.of(List.of(1, 2))).isNotEqualTo(ContentHash.of(List.of(2, 1)));
    }

    @Test
    void a_number_is_the_same_however_it_is_written() {
        assertThat(List.of(100, 100L, 100.0, new BigDecimal("1e2"), new BigDecimal("100.00"), (short) 100))
                .map(ContentHash::of)
                .containsOnly(ContentHash.of(100));
    }

    @Test
    void a_number_and_its_text_differ() {
        assertThat(ContentHash.of(1)).isNotEqualTo(ContentHash.of("1"));
    }

    @Test
    void an_absent_member_and_one_that_is_null_differ() {
        Map<String, Object> holdsNull = new LinkedHashMap<>();
        holdsNull.put("a", null);

        assertThat(ContentHash.of(holdsNull)).isNotEqualTo(ContentHash.of(Map.of()));
    }

    @Test
    void a_huge_number_takes_no_memory() {
        assertThat(ContentHash.of(new BigDecimal("1e1000000"))).hasSize(64);
    }

    @Test
    void it_is_the_sha_256_of_the_json() {
        assertThat(ContentHash.of(Map.of()))
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(ContentHash.of(Arrays.asList("a", null))).hasSize(64);
    }
}
