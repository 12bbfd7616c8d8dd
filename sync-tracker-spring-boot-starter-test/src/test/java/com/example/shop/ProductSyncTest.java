package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.test.RecordingTarget;
import io.synctracker.test.SyncTrackerTest;
import io.synctracker.test.SyncTrackerTestKit;
import io.synctracker.tracking.SyncTracker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The code of docs/how-to/test-your-application.md. */
// tag::test-kit[]
@SpringBootTest
@SyncTrackerTest(recording = "crm")
class ProductSyncTest {

    @Autowired
    private SyncTrackerTestKit kit;

    @Autowired
    private SyncTracker tracker;

    @Autowired
    private ProductRepository products;

    @BeforeEach
    void clear() {
        kit.clear();
    }

    @Test
    void a_new_product_is_sent_to_the_crm() {
        Product tea = products.save(new Product("Tea"));
        kit.deliverAll();
        assertThat(kit.target("crm").deliveries("Product", tea.getId()))
                .extracting(delivery -> delivery.payload().get("name"))
                .containsExactly("Tea");
    }
    // end::test-kit[]

    // tag::test-kit-failure[]
    @Test
    void a_crm_that_is_down_gets_the_product_later() {
        kit.target("crm").failNext();
        Product tea = products.save(new Product("Tea"));
        kit.deliverAll();
        assertThat(tracker.needsSync(tea, "crm")).isTrue();
        kit.deliverAll();
        assertThat(tracker.isSynced(tea, "crm")).isTrue();
    }
    // end::test-kit-failure[]

    // tag::test-kit-answers[]
    @Test
    void a_product_that_the_crm_refuses_waits_for_a_person() {
        RecordingTarget crm = kit.target("crm");
        crm.answer(delivery -> delivery.payload().get("name").equals("")
                ? DeliveryResult.rejected("a product needs a name")
                : DeliveryResult.accepted("CRM-" + delivery.entity().id()));
        Product nameless = products.save(new Product(""));
        Product tea = products.save(new Product("Tea"));
        kit.deliverAll();
        assertThat(tracker.isSynced(nameless, "crm")).isFalse();
        assertThat(tracker.externalId(tea, "crm")).contains("CRM-" + tea.getId());
    }
    // end::test-kit-answers[]

    // tag::test-kit-await[]
    @Test
    void a_product_arrives_however_it_was_saved() {
        Product tea = products.save(new Product("Tea"));
        kit.awaitDelivered(tea, "crm");
        assertThat(kit.target("crm").deliveries()).extracting(Delivery::attempt).containsExactly(1);
    }
    // end::test-kit-await[]
}
