package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.outbox.OutboxFilter;
import io.synctracker.outbox.OutboxStats;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The code of docs/how-to/bidirectional.md. */
class BothWaysTest extends ShopTest {

    @Autowired
    CrmWebhook webhook;

    @Autowired
    ImportedCustomers imported;

    @Autowired
    LateWebhooks late;

    private static CrmWebhook.ContactChanged change(String name) {
        return new CrmWebhook.ContactChanged(name, name + "@example.com", "2026-03-01T10:00:00Z");
    }

    @Test
    void a_change_that_comes_from_the_crm_is_not_sent_back() {
        Customer customer = customer("Ada");
        deliver();
        String id = syncTracker.externalId(customer, "crm").orElseThrow();
        int calls = crm.calls;

        webhook.changed(id, change("Ada Lovelace"));
        deliver();

        assertThat(reload(customer).name).isEqualTo("Ada Lovelace");
        assertThat(crm.calls).isEqualTo(calls);
        assertThat(syncTracker.isSynced(customer, "crm")).isTrue();
    }

    @Test
    void a_contact_that_is_new_here_is_made_and_known_by_its_id() {
        webhook.changed("C-99", change("Grace"));
        deliver();

        assertThat(syncTracker.findByExternalId("C-99", "crm", Customer.class).orElseThrow().name)
                .isEqualTo("Grace");
        assertThat(crm.calls).isZero();
    }

    @Test
    void a_contact_that_is_deleted_there_is_deleted_here_and_not_sent_back() {
        Customer customer = customer("Ada");
        deliver();
        int calls = crm.calls;

        webhook.deleted(syncTracker.externalId(customer, "crm").orElseThrow());
        deliver();

        assertThat(customers.findAll()).isEmpty();
        assertThat(crm.calls).isEqualTo(calls);
    }

    @Test
    void an_edit_that_is_marked_is_not_sent_back_either() {
        imported.take(crm.edit("C-7", "Edsger"));
        deliver();

        assertThat(crm.calls).isZero();
        assertThat(outbox.find(OutboxFilter.ALL)).isEmpty();
    }

    @Test
    void a_webhook_for_a_customer_that_was_deleted_here_is_recognized() {
        Customer customer = customer("Ada");
        deliver();
        String id = syncTracker.externalId(customer, "crm").orElseThrow();
        assertThat(late.isAboutADeletedCustomer(id)).isFalse();

        customers.deleteById(customer.id);

        assertThat(late.isAboutADeletedCustomer(id)).isTrue();
        assertThat(outbox.stats()).extracting(OutboxStats::pending).isEqualTo(1L);
    }
}
