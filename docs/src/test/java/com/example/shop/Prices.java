package com.example.shop;

import io.synctracker.tracking.SyncTracker;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The code of docs/how-to/bulk-changes.md. */
@Service
class Prices {

    private final ProductRepository products;
    private final SyncTracker syncTracker;
    private final JdbcTemplate jdbc;

    Prices(ProductRepository products, SyncTracker syncTracker, JdbcTemplate jdbc) {
        this.products = products;
        this.syncTracker = syncTracker;
        this.jdbc = jdbc;
    }

    // tag::bulk-touch[]
    @Transactional
    public int raiseCheapPrices() {
        List<Long> ids = products.findIdsCheaperThan(BigDecimal.TEN);
        products.raise(ids);
        return syncTracker.touch(Product.class, ids);
    }
    // end::bulk-touch[]

    // tag::bulk-jdbc[]
    @Transactional
    public void remove(List<Long> ids) {
        jdbc.batchUpdate("delete from product where id = ?", ids, 500, (statement, id) -> statement.setLong(1, id));
        syncTracker.touch(Product.class, ids);
    }
    // end::bulk-jdbc[]
}
