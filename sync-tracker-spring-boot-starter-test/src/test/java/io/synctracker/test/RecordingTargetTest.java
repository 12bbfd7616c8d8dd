package io.synctracker.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecordingTargetTest {

    private final RecordingTarget crm = new RecordingTarget("crm");
    private final Delivery delivery = Deliveries.created("product", 42).to("crm");

    @Test
    void everything_is_accepted_unless_it_is_told_otherwise() throws Exception {
        assertThat(crm.deliver(delivery)).isEqualTo(DeliveryResult.accepted("crm-42"));
        assertThat(crm.deliveries()).containsExactly(delivery);
    }

    @Test
    void it_answers_as_it_was_told() throws Exception {
        crm.answer(DeliveryResult.rejected("no"));
        assertThat(crm.deliver(delivery)).isEqualTo(DeliveryResult.rejected("no"));
        assertThat(crm.deliver(delivery)).isEqualTo(DeliveryResult.rejected("no"));
    }

    @Test
    void it_answers_by_a_rule() throws Exception {
        crm.answer(change -> DeliveryResult.conflicted(change.entity().id()));
        assertThat(crm.deliver(delivery)).isEqualTo(DeliveryResult.conflicted("42"));
    }

    @Test
    void it_answers_the_next_ones_first_and_then_as_before() throws Exception {
        crm.answerNext(DeliveryResult.deferred("busy"), DeliveryResult.rejected("no"));
        assertThat(crm.deliver(delivery)).isEqualTo(DeliveryResult.deferred("busy"));
        assertThat(crm.deliver(delivery)).isEqualTo(DeliveryResult.rejected("no"));
        assertThat(crm.deliver(delivery)).isEqualTo(DeliveryResult.accepted("crm-42"));
    }

    @Test
    void it_fails_as_often_as_it_was_told() throws Exception {
        crm.failNext(2);
        assertThatThrownBy(() -> crm.deliver(delivery)).hasMessageContaining("crm fails");
        assertThatThrownBy(() -> crm.deliver(delivery)).hasMessageContaining("crm fails");
        assertThat(crm.deliver(delivery)).isEqualTo(DeliveryResult.accepted("crm-42"));
    }

    @Test
    void it_hangs_until_it_is_released() throws Exception {
        crm.hang();
        CompletableFuture<DeliveryResult> answer = CompletableFuture.supplyAsync(() -> call(delivery));
        crm.awaitDeliveries(1);
        assertThat(answer).isNotDone();
        crm.release();
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(DeliveryResult.accepted("crm-42"));
    }

    @Test
    void a_reset_forgets_everything() throws Exception {
        crm.answer(DeliveryResult.rejected("no")).failNext();
        crm.reset();
        assertThat(crm.deliver(delivery)).isEqualTo(DeliveryResult.accepted("crm-42"));
        assertThat(crm.deliveries()).hasSize(1);
    }

    @Test
    void deliveries_are_found_by_entity() throws Exception {
        crm.deliver(delivery);
        crm.deliver(Deliveries.created("product", 43).to("crm"));
        assertThat(crm.deliveries("product", 42)).containsExactly(delivery);
        assertThat(crm.deliveries("customer", 42)).isEmpty();
    }

    private DeliveryResult call(Delivery change) {
        try {
            return crm.deliver(change);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
