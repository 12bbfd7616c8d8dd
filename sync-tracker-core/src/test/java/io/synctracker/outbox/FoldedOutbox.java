package io.synctracker.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.store.TrackedVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An entity, its entries and a system that is told of it, in memory. Only the fold is that of the product. */
final class FoldedOutbox {

    /** How entries are folded. */
    interface Folder {
        Folded of(Waiting head, List<Follower> behind);

        default LeasedEntry leased(Folded folded, @Nullable String newest) {
            return folded.leased("crm", 1, newest);
        }
    }

    private static final EntityRef ENTITY = new EntityRef("customer", "1");

    private final Folder folder;
    private final List<Waiting> pending = new ArrayList<>();
    private final Map<Long, Waiting> recorded = new HashMap<>();
    private final Set<Long> called = new HashSet<>();
    private final Map<Long, Long> links = new HashMap<>();
    private long life;
    private long version;
    private boolean restored;
    private @Nullable String row;
    private @Nullable String lastRow;
    private @Nullable String held;
    private @Nullable TrackedVersion toldLast;

    FoldedOutbox(Folder folder) {
        this.folder = folder;
    }

    void play(FoldStep step) {
        switch (step) {
            case SAVE -> save();
            case REMOVE -> {
                if (row != null) {
                    record(ChangeType.DELETE, null);
                }
            }
            case RESTORE -> {
                if (row == null && life > 0) {
                    restored = true;
                    record(ChangeType.UPDATE, "v" + life + "." + (version + 1));
                }
            }
            default -> {
                if (!pending.isEmpty()) {
                    claim(step);
                }
            }
        }
    }

    private void save() {
        boolean isNew = row == null;
        if (isNew) {
            life++;
            version = 0;
        }
        record(isNew ? ChangeType.CREATE : ChangeType.UPDATE, "v" + life + "." + (version + 1));
    }

    private void record(ChangeType action, @Nullable String state) {
        version++;
        String data = state == null ? lastRow : state;
        row = state;
        lastRow = data;
        long id = recorded.size() + 1L;
        TrackedVersion change = new TrackedVersion(ENTITY, life, version);
        Waiting entry =
                new Waiting(id, change, action, 0, false, id, id, null, data, null, Instant.EPOCH, Instant.EPOCH);
        recorded.put(id, entry);
        pending.add(entry);
    }

    private void claim(FoldStep step) {
        Waiting head = pending.get(0);
        List<Follower> behind = pending.subList(1, pending.size()).stream()
                .map(each -> new Follower(each.id(), each.change(), each.action(), each.attempts() > 0, each.id()))
                .toList();
        Folded folded = folder.of(head, behind);
        Follower newest = folded.newest();
        LeasedEntry entry = folder.leased(
                folded,
                newest == null
                        ? null
                        : Objects.requireNonNull(recorded.get(newest.id())).data());
        Set<Long> superseded = folded.followers().stream().map(Follower::id).collect(Collectors.toSet());
        pending.removeIf(each -> superseded.contains(each.id()));
        saysTheNewest(entry);
        settle(head, entry, step);
    }

    /** What is told is the last that was recorded of this life, and comes after all that was told before. */
    private void saysTheNewest(LeasedEntry entry) {
        Waiting newest = recorded.values().stream()
                .filter(each -> each.change().incarnation() == entry.change().incarnation())
                .reduce((one, other) -> one.id() > other.id() ? one : other)
                .orElseThrow();
        assertThat(entry.data()).isEqualTo(newest.data());
        assertThat(entry.change()).isEqualTo(newest.change());
        assertThat(entry.sequence()).isEqualTo(newest.id());
        TrackedVersion before = toldLast;
        if (before != null) {
            assertThat(entry.change().incarnation()).isGreaterThanOrEqualTo(before.incarnation());
            assertThat(before.incarnation() < entry.change().incarnation()
                            || before.version() <= entry.change().version())
                    .isTrue();
        }
        toldLast = entry.change();
    }

    private void settle(Waiting head, LeasedEntry entry, FoldStep step) {
        Long synced = links.get(entry.change().incarnation());
        if (entry.unseen() && synced == null) {
            assertThat(called)
                    .as("lives that the system has heard of")
                    .doesNotContain(entry.change().incarnation());
            pending.remove(0);
        } else if (step == FoldStep.RELEASE) {
            pending.set(0, rewritten(head, entry, head.attempts()));
        } else {
            tell(entry, step);
            if (step == FoldStep.ACCEPT) {
                links.put(entry.change().incarnation(), entry.change().version());
                pending.remove(0);
            } else {
                pending.set(0, rewritten(head, entry, head.attempts() + 1));
            }
        }
    }

    private void tell(LeasedEntry entry, FoldStep step) {
        called.add(entry.change().incarnation());
        if (entry.action() == ChangeType.UPDATE && !restored) {
            assertThat(held)
                    .as("what the system holds that is told of an update")
                    .isNotNull();
        }
        if (held != null) {
            assertThat(held)
                    .as("what the system holds")
                    .startsWith("v" + entry.change().incarnation() + ".");
        }
        if (step == FoldStep.FAIL) {
            links.putIfAbsent(entry.change().incarnation(), 0L);
        } else {
            held = entry.action() == ChangeType.DELETE ? null : entry.data();
        }
    }

    private static Waiting rewritten(Waiting head, LeasedEntry entry, int attempts) {
        return new Waiting(
                head.id(),
                entry.change(),
                entry.action(),
                attempts,
                true,
                head.id(),
                head.id(),
                entry.sequence(),
                entry.data(),
                null,
                head.createdAt(),
                head.readAt());
    }

    /** Lets the system take all that waits. */
    void drain() {
        for (int turn = 0; !pending.isEmpty() && turn < recorded.size(); turn++) {
            claim(FoldStep.ACCEPT);
        }
    }

    /** The system holds what is there, and nothing waits. */
    void check() {
        assertThat(pending).isEmpty();
        assertThat(held).as("what the system holds").isEqualTo(row);
    }
}
