package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.SyncStatus;
import io.synctracker.target.DeliveryResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

/** The targets of docs/how-to/own-target.md. */
class TargetsTest extends ShopTest {

    @Test
    void a_contact_is_created_updated_and_deleted() {
        Customer customer = customer("Ada");
        deliver();
        String id = syncTracker.externalId(customer, "crm").orElseThrow();
        assertThat(crm.contacts.get(id).name()).isEqualTo("Ada");

        customer.name = "Ada L.";
        customer = customers.save(customer);
        deliver();
        assertThat(crm.contacts.get(id).name()).isEqualTo("Ada L.");

        customers.delete(customer);
        deliver();
        assertThat(crm.contacts).isEmpty();
    }

    @Test
    void many_articles_are_one_upload_with_an_outcome_for_each() {
        for (int i = 0; i < 30; i++) {
            product("p" + i);
        }

        deliver();

        assertThat(erp.uploads)
                .singleElement()
                .satisfies(upload -> assertThat(upload).hasSize(30));
        assertThat(products.findAll()).allMatch(product -> syncTracker.isSynced(product, "erp"));
    }

    @Test
    void an_article_that_the_erp_refuses_has_failed() {
        erp.code = "UNKNOWN UNIT";
        Product product = product("p");

        deliver();

        assertThat(syncTracker.state(product, "erp").orElseThrow())
                .extracting(state -> state.status(), state -> state.lastError())
                .containsExactly(SyncStatus.FAILED, "the ERP answered UNKNOWN UNIT");
    }

    @Test
    void every_status_becomes_a_result() {
        assertThat(Targets.toResult(ResponseEntity.ok(Map.of("id", "1", "revision", "2"))))
                .isEqualTo(DeliveryResult.accepted("1", Map.of("revision", "2")));
        assertThat(Targets.toResult(ResponseEntity.status(429).build())).isInstanceOf(DeliveryResult.Deferred.class);
        assertThat(Targets.toResult(ResponseEntity.status(409).build())).isInstanceOf(DeliveryResult.Conflicted.class);
        assertThat(Targets.toResult(ResponseEntity.status(422).build())).isInstanceOf(DeliveryResult.Rejected.class);
    }

    @Test
    void a_bulk_statement_reaches_the_erp_when_it_is_touched() {
        Product product = product("p");
        deliver();

        transactions.executeWithoutResult(status -> {
            List<Long> ids = products.findIdsCheaperThan(BigDecimal.TEN);
            products.raise(ids);
            syncTracker.touch(Product.class, ids);
        });
        deliver();

        assertThat(erp.uploads).hasSize(2);
        assertThat(erp.uploads.get(1).get(0).fields().get("price").toString()).startsWith("1.1");
        assertThat(syncTracker.isSynced(product, "erp")).isTrue();
    }
}
