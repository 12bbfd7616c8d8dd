package io.synctracker.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.connector.StreamBinding;
import io.synctracker.testdatabases.Vendor;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.jpa.domain.Specification;

/** What is read from local rows. */
abstract class SnapshotReadContract extends SnapshotTest {

    SnapshotReadContract(Vendor vendor) {
        super(vendor);
    }

    @Test
    void rows_are_listed_by_their_ids_in_pages() {
        List<Long> ids = List.of(pulled("m1", "a", 1), pulled("m2", "b", 2), pulled("m3", "c", 3));

        SnapshotPage<Mailbox> first = mailboxes.list(Map.of(), 0, 2);
        SnapshotPage<Mailbox> second = mailboxes.list(Map.of(), 1, 2);

        assertThat(first.items()).extracting(mailbox -> mailbox.id).isEqualTo(ids.subList(0, 2));
        assertThat(first.more()).isTrue();
        assertThat(second.items()).extracting(mailbox -> mailbox.id).isEqualTo(ids.subList(2, 3));
        assertThat(second.more()).isFalse();
    }

    @Test
    void rows_are_filtered_by_their_attributes() {
        pulled("m1", "a", 1);
        pulled("m2", "b", 2);
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("email", null);

        assertThat(mailboxes.list(Map.of("email", "b", "quota", 2), 0, 10).items())
                .extracting(mailbox -> mailbox.email)
                .containsExactly("b");
        assertThat(mailboxes.list(Map.of("sync.contentHash", "x"), 0, 10).items())
                .isEmpty();
        assertThat(mailboxes.list(nobody, 0, 10).items()).isEmpty();
    }

    @Test
    void a_filter_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> mailboxes.list(Map.of("size", 1), 0, 10))
                .isInstanceOf(InvalidSnapshotException.class)
                .hasMessage("There is no attribute 'size' in mailbox to look for. There are: email, id, quota, sync.");
        assertThatThrownBy(() -> mailboxes.list(Map.of("quota", "1"), 0, 10))
                .isInstanceOf(InvalidSnapshotException.class)
                .hasMessage(
                        "The attribute 'quota' of mailbox holds Integer and not String. Give a value of that class.");
    }

    @ParameterizedTest
    @CsvSource({"-1, 10", "0, 0", "0, 1001", "2147483647, 1000"})
    void a_page_that_cannot_be_is_refused(int page, int size) {
        assertThatThrownBy(() -> mailboxes.list(Map.of(), page, size))
                .isInstanceOf(InvalidSnapshotException.class)
                .hasMessageStartingWith("There is no page " + page + " of " + size + " rows.");
    }

    @Test
    void all_rows_are_read_in_chunks() {
        host.run(entities -> persist(entities, 1001));

        assertThat(mailboxes.all().map(mailbox -> mailbox.quota)).hasSize(1001).isSorted();
    }

    private static void persist(EntityManager entities, int count) {
        for (int i = 0; i < count; i++) {
            entities.persist(new Mailbox("many", i));
        }
    }

    @Test
    void the_last_sync_is_the_end_of_the_last_pull_of_the_stream_or_of_all() {
        assertThat(mailboxes.lastSyncedAt()).isEmpty();
        desk.successes.put("whm pull mailboxes", Instant.parse("2026-03-28T10:00:00Z"));
        desk.successes.put("whm pull *", Instant.parse("2026-03-28T11:00:00Z"));

        assertThat(mailboxes.lastSyncedAt()).contains(Instant.parse("2026-03-28T11:00:00Z"));
    }

    @Test
    void rows_are_selected_by_their_sync_state() throws Exception {
        long synced = pulled("m1", "a", 1);
        long pending = pulled("m2", "b", 2);
        long failed = pulled("m3", "c", 3);
        long conflict = pulled("m4", "d", 4);
        mailboxes.update(pending, Map.of("quota", 9));
        company.before = new MutationRefusedException("no");
        desk.work(mailboxes.update(failed, Map.of("quota", 9)));
        company.put("m4", "d", 5);
        desk.work(mailboxes.update(conflict, Map.of("quota", 9)));

        assertThat(select(SnapshotScopes.synced())).containsExactly(synced);
        assertThat(select(SnapshotScopes.pendingSync())).containsExactly(pending);
        assertThat(select(SnapshotScopes.failed())).containsExactly(failed);
        assertThat(select(SnapshotScopes.conflicted())).containsExactly(conflict);
    }

    private List<Long> select(Specification<Mailbox> condition) {
        return host.call(entities -> {
            var builder = entities.getCriteriaBuilder();
            var query = builder.createQuery(Mailbox.class);
            var root = query.from(Mailbox.class);
            query.select(root).where(condition.toPredicate(root, query, builder));
            return entities.createQuery(query).getResultList().stream()
                    .map(mailbox -> mailbox.id)
                    .toList();
        });
    }

    @Test
    void of_a_binding_with_fields_only_those_count_as_content() {
        StreamBinding<Mailbox> some = Snapshots.keeping(
                StreamBinding.of(SYSTEM, "x", Mailbox.class)
                        .withFields(Map.of("email", "email"))
                        .withMapper(MAPPER),
                CLOCK);
        Mailbox one = new Mailbox();
        Mailbox other = new Mailbox();

        some.mapper().write(company.put("m1", "a", 1), one);
        some.mapper().write(company.put("m1", "a", 2), other);

        assertThat(one.syncStatus().contentHash()).isEqualTo(other.syncStatus().contentHash());
    }

    @Test
    void a_binding_without_a_mapper_and_a_second_repository_are_refused() {
        assertThatThrownBy(() -> Snapshots.keeping(StreamBinding.of(SYSTEM, "x", Mailbox.class), CLOCK))
                .isInstanceOf(InvalidSnapshotException.class)
                .hasMessage("The binding of the stream 'x' of whm has no mapper. Give it one with withMapper,"
                        + " so that a change and a pull write Mailbox alike.");
        assertThatThrownBy(() -> snapshots.repository(binding, company))
                .isInstanceOf(InvalidSnapshotException.class)
                .hasMessage("There is a snapshot of mailbox in whm already. Make one and share it.");
    }

    @Test
    void an_entity_without_sync_state_is_refused() {
        assertThatThrownBy(() -> Snapshots.keeping(
                        StreamBinding.of(SYSTEM, "x", String.class).withMapper((record, entity) -> {}), CLOCK))
                .isInstanceOf(InvalidSnapshotException.class)
                .hasMessage("java.lang.String has no sync state on its row. Embed a SyncStatusFields in it,"
                        + " and let it implement SyncStatusOwner.");
    }
}
