package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.EntityRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    private static final EntityRef ANN = new EntityRef("customer", "1");
    private static final Map<String, Object> TO_ANN = Map.of("type", "customer", "id", "1");

    private final References references = new References(entity -> entity.type().equals("customer"));

    @Test
    void references_are_found_wherever_they_stand() {
        assertThat(references.all(Map.of("buyer", TO_ANN))).containsExactly(ANN);
        assertThat(references.all(Map.of("address", Map.of("of", TO_ANN)))).containsExactly(ANN);
        assertThat(references.all(Map.of("friends", List.of(TO_ANN)))).containsExactly(ANN);
    }

    @Test
    void what_is_in_a_list_need_not_be_there_first() {
        assertThat(references.single(Map.of("friends", List.of(TO_ANN)))).isEmpty();
        assertThat(references.single(Map.of("address", Map.of("of", TO_ANN)))).containsExactly(ANN);
    }

    @Test
    void what_only_looks_like_a_reference_is_none() {
        assertThat(references.all(Map.of("a", Map.of("type", "shape", "id", "1"))))
                .isEmpty();
        assertThat(references.all(Map.of("a", Map.of("type", "customer", "id", "1", "n", 1))))
                .isEmpty();
        assertThat(references.all(Map.of("a", Map.of("type", "customer", "id", 1))))
                .isEmpty();
    }

    @Test
    void external_ids_stand_beside_the_references() {
        Map<String, Object> payload = Map.of("buyer", TO_ANN, "friends", List.of(TO_ANN), "n", 1);
        Map<String, Object> expected = Map.of("type", "customer", "id", "1", "externalId", "C-1");

        assertThat(references.resolved(payload, Map.of(ANN, "C-1")))
                .isEqualTo(Map.of("buyer", expected, "friends", List.of(expected), "n", 1));
    }

    @Test
    void a_reference_without_an_external_id_stays_as_it_is() {
        assertThat(references.resolved(Map.of("buyer", TO_ANN), Map.of())).isEqualTo(Map.of("buyer", TO_ANN));
    }
}
