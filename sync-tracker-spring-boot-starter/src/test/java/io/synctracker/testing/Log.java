package io.synctracker.testing;

import com.example.shop.Product;
import com.example.shop.ProductRepository;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fills an application's log with entries in a chosen state. */
public final class Log {

    private final JdbcTemplate jdbc;
    private final ProductRepository products;

    public Log(ApplicationContext application) {
        jdbc = application.getBean(JdbcTemplate.class);
        products = application.getBean(ProductRepository.class);
    }

    public void clear() {
        for (String table : new String[] {"sync_logs", "sync_links", "sync_tracked_entities", "sync_targets"}) {
            jdbc.update("delete from " + table);
        }
        jdbc.update("delete from product");
    }

    /** Saves a product and returns its id; one entry for each target waits then. */
    public long pending() {
        return products.save(new Product("a thing")).getId();
    }

    /** Saves a product whose entries have failed for good, and returns the id of the last of them. */
    public long failed(String error) {
        long product = pending();
        jdbc.update(
                "update sync_logs set sync_status = 'failed', error_message = ? where model_id = ?",
                error,
                product + "");
        return jdbc.queryForObject("select max(id) from sync_logs where model_id = ?", Long.class, product + "");
    }

    public long count(String status) {
        return jdbc.queryForObject("select count(*) from sync_logs where sync_status = ?", Long.class, status);
    }

    /** Opens a target's circuit breaker for an hour. */
    public void openCircuit(String target) {
        jdbc.update(
                "insert into sync_targets (system_name, failures, open_until) values (?, 5, dateadd('hour', 1, now()))",
                target);
    }

    /** Takes the tables away, as a broken database does. */
    public void breakDown() {
        jdbc.execute("alter table sync_logs rename to gone");
    }

    public void repair() {
        jdbc.execute("alter table gone rename to sync_logs");
    }
}
