package com.example.shop;

import io.synctracker.outbox.Outbox;
import io.synctracker.relay.Relay;
import io.synctracker.tracking.SyncTracker;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The shop of the pages on an embedded database; the test turns the relay by hand. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid}",
            "spring.jpa.hibernate.ddl-auto=create",
            "spring.jpa.open-in-view=false",
            "spring.main.banner-mode=off",
            "sync-tracker.relay.enabled=false",
            "sync-tracker.retry.initial-interval=1ms",
            "sync-tracker.retry.max-interval=1ms",
            "sync-tracker.encryption.active-key=k1",
            "sync-tracker.encryption.keys.k1=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
        })
abstract class ShopTest {

    private static final List<String> TABLES =
            List.of("product", "customer", "sync_logs", "sync_links", "sync_tracked_entities", "sync_targets");

    @Autowired
    SyncTracker syncTracker;

    @Autowired
    Relay relay;

    @Autowired
    Outbox outbox;

    @Autowired
    ProductRepository products;

    @Autowired
    CustomerRepository customers;

    @Autowired
    FakeCrm crm;

    @Autowired
    FakeErp erp;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void clear() {
        for (String table : TABLES) {
            jdbc.update("delete from " + table);
        }
        crm.clear();
        erp.uploads.clear();
        erp.code = "OK";
    }

    Product product(String name) {
        return products.save(new Product(name, BigDecimal.ONE));
    }

    Customer customer(String name) {
        Customer customer = new Customer();
        customer.name = name;
        customer.email = name + "@example.com";
        return customers.save(customer);
    }

    /** Delivers until nothing is due. */
    void deliver() {
        while (relay.runOnce() > 0) {
            Thread.onSpinWait();
        }
    }

    Customer reload(Customer customer) {
        return customers.findById(customer.id).orElseThrow();
    }
}
