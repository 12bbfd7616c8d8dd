package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.SyncState;
import org.junit.jupiter.api.Test;

/** What docs/coming-from-laravel.md says and no other test has. */
class LaravelPromisesTest extends ShopTest {

    @Test
    void a_created_entity_has_no_updated_time() {
        Product product = product("p");
        deliver();
        SyncState created = syncTracker.state(product, "erp").orElseThrow();

        product.change("q", product.price());
        products.save(product);
        deliver();
        SyncState updated = syncTracker.state(product, "erp").orElseThrow();

        assertThat(created.updatedAt()).isNull();
        assertThat(updated.updatedAt()).isAfterOrEqualTo(updated.createdAt());
    }
}
