package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import io.synctracker.test.Deliveries;
import org.junit.jupiter.api.Test;

/** The code of docs/how-to/test-your-application.md. */
class CrmTargetTest {

    private final SyncTarget target = new CrmTarget();

    // tag::test-kit-target[]
    @Test
    void a_product_without_a_price_is_refused() throws Exception {
        Delivery delivery = Deliveries.updated("Product", 42)
                .with("name", "Tea")
                .with("price", null)
                .externalId("CRM-42")
                .to("crm");
        assertThat(target.deliver(delivery)).isEqualTo(DeliveryResult.rejected("no price"));
    }
    // end::test-kit-target[]

    private static final class CrmTarget implements SyncTarget {

        @Override
        public String name() {
            return "crm";
        }

        @Override
        public DeliveryResult deliver(Delivery delivery) {
            return delivery.payload().get("price") == null
                    ? DeliveryResult.rejected("no price")
                    : DeliveryResult.accepted();
        }
    }
}
