package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.target.DeliveryResult;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.CountedStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What a batch costs in round trips does not grow with the number of entries. */
abstract class RoundTripContract extends RelayTest {

    private CountedStatements counted;

    RoundTripContract(Vendor vendor) {
        super(vendor);
    }

    @BeforeEach
    void count_what_a_relay_asks_for() {
        counted = new CountedStatements();
        // Calls on the relay's own thread, so that all of them are there when it settles.
        RelayHooks hooks = new RelayHooks(this::publish, List.of(), List.of(), Runnable::run);
        relay = relay(counting(depot.dataSource()), SETTINGS.withBatchSize(200), hooks, crm);
        crm.does(delivery -> DeliveryResult.accepted("C-" + delivery.entity().id(), Map.of()));
    }

    private DataSource counting(DataSource dataSource) {
        return new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                return counted.watch(super.getConnection());
            }
        };
    }

    private int statementsFor(int entities, ChangeType action) {
        IntStream.range(0, entities).forEach(i -> {
            EntityRef entity = new EntityRef("customer", "r" + i);
            world.put(entity, Map.of());
            depot.change(CRM, entity, action);
        });
        int before = counted.executed().size();
        assertThat(relay.runOnce()).isEqualTo(entities);
        return counted.executed().size() - before;
    }

    @Test
    void a_hundred_new_entities_take_a_dozen_statements() {
        assertThat(statementsFor(100, ChangeType.CREATE)).isLessThanOrEqualTo(12);
    }

    @Test
    void a_hundred_entries_are_settled_together_and_not_one_by_one() {
        statementsFor(100, ChangeType.CREATE);

        assertThat(counted.batched()).noneMatch(sql -> sql.contains("sync_logs"));
    }

    @Test
    void a_hundred_known_entities_take_no_more_statements_than_ten() {
        statementsFor(100, ChangeType.CREATE);

        int ten = statementsFor(10, ChangeType.UPDATE);

        assertThat(statementsFor(100, ChangeType.UPDATE)).isLessThanOrEqualTo(ten);
    }

    @Test
    void a_hundred_folded_lines_take_no_more_statements_than_ten() {
        statementsFor(100, ChangeType.CREATE);
        lines(10);
        int ten = statementsFor(10, ChangeType.UPDATE);

        lines(100);

        assertThat(statementsFor(100, ChangeType.UPDATE)).isLessThanOrEqualTo(ten);
    }

    /** Records one change of each entity, behind which the next one is folded. */
    private void lines(int entities) {
        IntStream.range(0, entities)
                .forEach(i -> depot.change(CRM, new EntityRef("customer", "r" + i), ChangeType.UPDATE));
    }
}
