package io.synctracker.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.job.JobOutcome;
import io.synctracker.job.SyncJob;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Zoo;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.transaction.PlatformTransactionManager;

/** A suite that pulls from a shop with products, customers and orders. */
abstract class PullTest extends DatabaseTest {

    static final Instant NOW = Instant.parse("2026-03-29T00:30:00Z");

    FakeSystem shop;
    private long runs;

    PullTest(Vendor vendor) {
        super(vendor);
    }

    @BeforeEach
    void open() {
        runs = 0;
        shop = new FakeSystem("crm", "customers", "products", "orders", "nodes");
    }

    ConnectorParts parts() {
        return parts(host.dataSource(), host.transactionManager());
    }

    ConnectorParts parts(DataSource dataSource, PlatformTransactionManager manager) {
        return Pulling.parts(host, dataSource, manager);
    }

    ConnectorEngine engine(StreamBinding<?>... bindings) {
        return ConnectorEngine.of(
                parts(), new ConnectorBeans(List.of(shop), List.of(bindings), List.of(), List.of(), Map.of()), () -> {
                    throw new AssertionError("no jobs");
                });
    }

    static StreamBinding<Zoo.Product> products() {
        return StreamBinding.of("crm", "products", Zoo.Product.class);
    }

    /** Begins a run. */
    TestContext run() {
        return new TestContext(++runs);
    }

    long nextRun() {
        return ++runs;
    }

    /** Pulls everything, in a run that must succeed. */
    Map<String, Long> pull(ConnectorEngine engine) {
        TestContext context = run();
        assertThat(pull(engine, context)).isInstanceOf(JobOutcome.Succeeded.class);
        return context.counts;
    }

    Map<String, Long> pull(StreamBinding<?>... bindings) {
        return pull(engine(bindings));
    }

    static JobOutcome pull(ConnectorEngine engine, TestContext context) {
        SyncJob job = engine.source().find("crm", "pull").orElseThrow();
        try {
            return job.run(context);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Returns a record of pairs of name and value. */
    static RemoteRecord record(String id, Object... pairs) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            attributes.put((String) pairs[i], pairs[i + 1]);
        }
        return RemoteRecord.of(id, attributes);
    }

    Zoo.Product product(String externalId) {
        return host.tracker()
                .findByExternalId(externalId, "crm", Zoo.Product.class)
                .orElse(null);
    }

    /** Returns the names of all products, in their order. */
    List<String> productNames() {
        return host.jdbc().queryForList("select name from products order by name", String.class);
    }

    List<SetAsides.SetAside> setAsides() {
        return engine().setAsides().list("crm", null, 100);
    }

    List<String> reasons() {
        return setAsides().stream().map(SetAsides.SetAside::reason).toList();
    }

    List<SetAsides.KeptConflict> conflicts() {
        return engine().setAsides().conflicts("crm", false, null, 100);
    }
}
