package io.synctracker.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.shop.Product;
import com.example.shop.ProductRepository;
import com.example.shop.ShopApplication;
import io.synctracker.ChangeType;
import io.synctracker.SyncState;
import io.synctracker.SyncStatus;
import io.synctracker.SyncTrackerException;
import io.synctracker.outbox.Outbox;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.tracking.SyncTracker;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(classes = ShopApplication.class)
@SyncTrackerTest(recording = "crm")
class SyncTrackerTestKitTest {

    @Autowired
    private SyncTrackerTestKit kit;

    @Autowired
    private ProductRepository products;

    @Autowired
    private SyncTracker tracker;

    @Autowired
    private Outbox outbox;

    private RecordingTarget crm;

    @BeforeEach
    void clear() {
        kit.clear();
        crm = kit.target("crm");
    }

    @Test
    void nothing_is_delivered_before_the_test_says_so() {
        products.save(new Product("Tea"));
        assertThat(crm.deliveries()).isEmpty();
    }

    @Test
    void everything_is_delivered_when_the_test_says_so() {
        products.save(new Product("Tea"));
        products.save(new Product("Coffee"));
        assertThat(kit.deliverAll()).isEqualTo(2);
        assertThat(crm.deliveries())
                .extracting(delivery -> delivery.payload().get("name"))
                .containsExactlyInAnyOrder("Tea", "Coffee");
    }

    @Test
    void what_was_delivered_is_found_by_its_entity() {
        Product tea = products.save(new Product("Tea"));
        kit.deliverAll();
        assertThat(crm.deliveries("Product", tea.getId()))
                .extracting(Delivery::action)
                .containsExactly(ChangeType.CREATE);
    }

    @Test
    void a_deferred_entry_is_tried_again_at_the_next_call_and_not_before() {
        Product tea = products.save(new Product("Tea"));
        crm.failNext();
        kit.deliverAll();
        assertThat(tracker.needsSync(tea, "crm")).isTrue();
        assertThat(crm.deliveries()).hasSize(1);
        kit.deliverAll();
        assertThat(tracker.isSynced(tea, "crm")).isTrue();
        assertThat(crm.deliveries()).hasSize(2);
    }

    @Test
    void many_failures_in_a_row_open_no_circuit_breaker() {
        Product tea = products.save(new Product("Tea"));
        crm.failNext(20);
        for (int i = 0; i < 21; i++) {
            kit.deliverAll();
        }
        assertThat(tracker.isSynced(tea, "crm")).isTrue();
    }

    @Test
    void a_rejected_entry_stays_failed() {
        Product tea = products.save(new Product("Tea"));
        crm.answer(DeliveryResult.rejected("unknown customer"));
        kit.deliverAll();
        kit.deliverAll();
        assertThat(outbox.stats().failed()).isEqualTo(1);
        assertThat(tracker.state(tea, "crm")).map(SyncState::status).contains(SyncStatus.FAILED);
    }

    @Test
    void a_delivery_can_be_awaited_in_spite_of_failures() {
        Product tea = products.save(new Product("Tea"));
        crm.failNext(3);
        assertThat(kit.awaitDelivered(tea, "crm").externalId()).isEqualTo("crm-" + tea.getId());
    }

    @Test
    void waiting_in_vain_says_what_is_in_the_way() {
        Product tea = products.save(new Product("Tea"));
        crm.answer(DeliveryResult.rejected("unknown customer"));
        assertThatThrownBy(() -> kit.awaitDelivered(tea, "crm", Duration.ofMillis(200)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Product was not delivered to crm")
                .hasMessageContaining("FAILED")
                .hasMessageContaining("unknown customer");
    }

    @Test
    void waiting_for_an_undeclared_target_says_so() {
        Product tea = products.save(new Product("Tea"));
        assertThatThrownBy(() -> kit.awaitDelivered(tea, "erp", Duration.ofMillis(50)))
                .hasMessageContaining("Nobody declares that target; there are: crm");
    }

    @Test
    void a_target_that_does_not_record_is_not_handed_out() {
        assertThatThrownBy(() -> kit.target("erp"))
                .hasMessageContaining("No target 'erp' is recording; the test names: crm")
                .hasMessageContaining("@SyncTrackerTest(recording = \"erp\")");
    }

    @Test
    @Transactional
    void delivering_inside_the_tests_own_transaction_is_refused() {
        products.save(new Product("Tea"));
        assertThatThrownBy(() -> kit.deliverAll()).hasMessageContaining("Remove @Transactional");
    }

    @Test
    void an_untracked_bulk_statement_fails() {
        products.save(new Product("Tea"));
        assertThatThrownBy(() -> products.renameAll("Coffee"))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessageContaining("SyncTracker.touch(Product.class, ids)");
    }
}
