package io.synctracker.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.SyncStatus;
import io.synctracker.event.SyncConflicted;
import io.synctracker.relay.Relay;
import io.synctracker.relay.RelaySettings;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.RecordingTarget;
import io.synctracker.testing.Zoo;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An entity and its record that have both changed: who wins, and what is kept of the loser. */
abstract class ConflictContract extends PullTest {

    ConflictContract(Vendor vendor) {
        super(vendor);
    }

    /** Both sides agree, and then both change. */
    private void bothChange() {
        bothChangeAndWait();
        host.takeLog("crm");
    }

    private void editHere(String name) {
        host.run(entityManager -> entityManager.find(Zoo.Product.class, product("p1").id).name = name);
    }

    private Map<String, Long> pull(ConflictStrategy strategy) {
        return pull(products().withConflict(strategy));
    }

    private SyncStatus status() {
        return host.tracker().state(product("p1"), "crm").orElseThrow().status();
    }

    @Test
    void the_remote_side_wins_and_what_was_here_is_kept() {
        bothChange();

        assertThat(pull(ConflictStrategy.REMOTE_WINS))
                .containsOnly(Map.entry("updated", 1L), Map.entry("conflicts", 1L));

        assertThat(product("p1").name).isEqualTo("there");
        assertThat(status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.resolution()).isEqualTo(Resolution.Kind.REMOTE);
            assertThat(conflict.local()).containsEntry("name", "here");
            assertThat(conflict.remote()).containsEntry("name", "there");
        });
    }

    @Test
    void the_local_side_wins_once_and_waits_to_be_sent() {
        bothChange();

        assertThat(pull(ConflictStrategy.LOCAL_WINS)).containsExactly(Map.entry("conflicts", 1L));
        assertThat(pull(ConflictStrategy.LOCAL_WINS)).containsExactly(Map.entry("unchanged", 1L));

        assertThat(product("p1").name).isEqualTo("here");
        assertThat(status()).isEqualTo(SyncStatus.PENDING);
        assertThat(conflicts()).hasSize(1);
    }

    @Test
    void each_side_wins_in_its_attributes() {
        bothChange();

        pull(ConflictStrategy.merge(Set.of("price")));

        assertThat(product("p1").name).isEqualTo("here");
        assertThat(product("p1").price).isEqualByComparingTo("2");
        assertThat(status()).isEqualTo(SyncStatus.PENDING);
        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void each_side_wins_in_its_attributes_with_a_mapper_too() {
        bothChange();

        pull(products().withConflict(ConflictStrategy.merge(Set.of("price"))).withMapper((record, product) -> {
            product.name = "mapped";
            product.price = java.math.BigDecimal.TEN;
        }));

        assertThat(product("p1").name).isEqualTo("here");
        assertThat(product("p1").price).isEqualByComparingTo("10");
    }

    @Test
    void nobody_wins_until_the_record_changes_again() {
        bothChange();
        host.events.clear();

        assertThat(pull(ConflictStrategy.UNDECIDED)).containsExactly(Map.entry("conflicts", 1L));
        assertThat(pull(ConflictStrategy.UNDECIDED)).containsExactly(Map.entry("unchanged", 1L));

        assertThat(product("p1").name).isEqualTo("here");
        assertThat(status()).isEqualTo(SyncStatus.CONFLICT);
        assertThat(host.events).singleElement().isInstanceOf(SyncConflicted.class);
        assertThat(undecided()).isEqualTo(1);

        shop.holds("products", record("p1", "name", "there again"));
        pull(ConflictStrategy.REMOTE_WINS);

        assertThat(product("p1").name).isEqualTo("there again");
        assertThat(status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(undecided()).isZero();
    }

    private int undecided() {
        return engine().setAsides().conflicts("crm", true, null, 10).size();
    }

    @Test
    void the_newest_wins_by_the_records_time() {
        bothChange();
        shop.holds("products", record("p1", "name", "old").changedAt(NOW.minus(Duration.ofDays(9999))));
        pull(ConflictStrategy.NEWEST_WINS);

        assertThat(product("p1").name).isEqualTo("here");
        assertThat(conflicts().get(0).resolution()).isEqualTo(Resolution.Kind.LOCAL);
    }

    @Test
    void a_record_from_the_future_wins_nothing() {
        bothChange();
        shop.holds("products", record("p1", "name", "later").changedAt(NOW.plus(Duration.ofMinutes(6))));

        pull(ConflictStrategy.NEWEST_WINS);

        assertThat(conflicts().get(0).resolution()).isEqualTo(Resolution.Kind.UNDECIDED);
    }

    @Test
    void an_edit_here_alone_is_no_conflict() {
        shop.holds("products", record("p1", "name", "a"));
        pull(products());
        editHere("here");

        assertThat(pull(products())).containsExactly(Map.entry("unchanged", 1L));
        assertThat(product("p1").name).isEqualTo("here");
    }

    @Test
    void what_was_deleted_here_stays_deleted_while_its_record_is_the_same() {
        shop.holds("products", record("p1", "name", "a"));
        pull(products());
        deleteHere();

        assertThat(pull(products())).containsExactly(Map.entry("unchanged", 1L));
        assertThat(productNames()).isEmpty();
    }

    private void deleteHere() {
        host.run(entityManager -> entityManager.remove(entityManager.find(Zoo.Product.class, product("p1").id)));
    }

    @Test
    void what_was_deleted_here_and_changed_there_is_a_conflict() {
        shop.holds("products", record("p1", "name", "a"));
        pull(products());
        deleteHere();
        shop.holds("products", record("p1", "name", "b"));

        assertThat(pull(ConflictStrategy.UNDECIDED)).containsExactly(Map.entry("conflicts", 1L));
        assertThat(productNames()).isEmpty();
        shop.holds("products", record("p1", "name", "c"));
        assertThat(pull(ConflictStrategy.REMOTE_WINS))
                .containsOnly(Map.entry("conflicts", 1L), Map.entry("created", 1L));

        assertThat(product("p1").name).isEqualTo("c");
        assertThat(status()).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void what_was_deleted_here_and_accepted_there_stays_deleted_though_the_record_still_shows() {
        shop.holds("products", record("p1", "name", "a"));
        pull(products());
        deleteHere();
        drain();

        assertThat(pull(products())).containsExactly(Map.entry("unchanged", 1L));
        shop.holds("products", record("p1", "name", "b"));
        assertThat(pull(products())).containsExactly(Map.entry("created", 1L));
    }

    private void drain() {
        try (Relay relay = host.relay(RelaySettings.DEFAULT, new RecordingTarget("crm"))) {
            while (relay.runOnce() > 0) {
                assertThat(host.log("crm")).isNotEmpty();
            }
        }
    }

    @Test
    void the_local_side_is_sent_to_a_target_of_that_name_and_both_agree_again() {
        bothChangeAndWait();
        pull(ConflictStrategy.LOCAL_WINS);
        drain();
        assertThat(status()).isEqualTo(SyncStatus.SYNCED);
        shop.holds("products", record("p1", "name", "here", "price", 1));

        assertThat(pull(ConflictStrategy.LOCAL_WINS)).containsExactly(Map.entry("updated", 1L));

        assertThat(status()).isEqualTo(SyncStatus.SYNCED);
    }

    private void bothChangeAndWait() {
        shop.holds("products", record("p1", "name", "a", "price", 1));
        pull(products());
        editHere("here");
        shop.holds("products", record("p1", "name", "there", "price", 2));
    }

    @Test
    void what_was_changed_here_and_deleted_there_is_a_conflict() {
        bothChange();
        shop.holds("products", RemoteRecord.gone("p1"));

        assertThat(pull(ConflictStrategy.LOCAL_WINS)).containsExactly(Map.entry("conflicts", 1L));
        assertThat(pull(ConflictStrategy.LOCAL_WINS)).containsExactly(Map.entry("unchanged", 1L));

        assertThat(productNames()).containsExactly("here");
    }

    @Test
    void a_strategy_that_fails_sets_the_record_aside() {
        bothChange();

        pull((ConflictStrategy) conflict -> {
            throw new IllegalStateException(conflict.local().toString());
        });

        assertThat(reasons()).containsExactly("The conflict strategy has failed: IllegalStateException.");
        assertThat(product("p1").name).isEqualTo("here");
        assertThat(conflicts()).isEmpty();
    }

    @Test
    void both_sides_are_masked_where_they_are_read() {
        StreamBinding<Zoo.Customer> customers = StreamBinding.of("crm", "customers", Zoo.Customer.class);
        shop.holds("customers", record("c1", "name", "a", "email", "ada@example.org"));
        pull(customers);
        host.run(entityManager ->
                host.tracker().findByExternalId("c1", "crm", Zoo.Customer.class).orElseThrow().name = "b");
        shop.holds("customers", record("c1", "name", "c", "email", "eva@example.org"));

        pull(customers);

        assertThat(conflicts().get(0).local()).containsEntry("email", "***");
        assertThat(conflicts().get(0).remote()).containsEntry("email", "***");
        assertThat(host.jdbc()
                        .queryForList("select local_data, remote_data from sync_conflicts")
                        .toString())
                .doesNotContain("ada@example.org", "eva@example.org");
    }
}
