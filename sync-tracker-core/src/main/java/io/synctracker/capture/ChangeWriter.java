package io.synctracker.capture;

import io.synctracker.EntityRef;
import io.synctracker.SyncTrackerException;
import io.synctracker.model.PayloadCodec;
import io.synctracker.store.Dialect;
import io.synctracker.store.LogRow;
import io.synctracker.store.TableNames;
import io.synctracker.store.TrackedChange;
import io.synctracker.store.TrackedVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes changes down: versions first, entries after them, one or two round trips however many entities there are. */
public final class ChangeWriter {

    private static final int MAX_ERROR = 1000;

    private final Dialect dialect;
    private final PayloadCodec codec;
    private final Supplier<@Nullable String> traceParent;
    private final Revival revival;
    private final OriginLinks origins;

    /**
     * Creates a writer.
     *
     * @param dialect the database's dialect
     * @param codec writes payloads
     * @param traceParent gives the W3C trace context of the running transaction, or {@code null}
     */
    public ChangeWriter(Dialect dialect, PayloadCodec codec, Supplier<@Nullable String> traceParent) {
        this.dialect = dialect;
        this.codec = codec;
        this.traceParent = traceParent;
        this.revival = new Revival(dialect);
        this.origins = new OriginLinks(dialect);
    }

    TableNames tables() {
        return dialect.tables();
    }

    @Nullable
    TrackedVersion writeOne(Connection connection, EntityChange change, String exceptSystem, ChangeBuffer buffer)
            throws SQLException {
        Map<EntityRef, TrackedVersion> versions = countUp(connection, List.of(change));
        append(connection, List.of(change), versions, exceptSystem, buffer);
        return versions.get(change.entity());
    }

    void writeAll(Connection connection, List<EntityChange> changes, ChangeBuffer buffer) throws SQLException {
        if (changes.stream().anyMatch(change -> change.origin() != null || Revival.isPossible(change))) {
            append(connection, changes, countUp(connection, changes), null, buffer);
            return;
        }
        List<LogRow> rows = new ArrayList<>();
        String trace = traceParent.get();
        for (EntityChange change : changes) {
            addRows(change, new TrackedVersion(change.entity(), 0, 0), null, trace, rows);
        }
        dialect.record(connection, counted(changes), rows);
        rows.forEach(row -> buffer.systems().add(row.system()));
    }

    /** Puts changes in the order of their keys, so that two transactions that meet here lock in the same order. */
    private static List<TrackedChange> counted(List<EntityChange> changes) {
        return changes.stream()
                .map(change -> new TrackedChange(
                        change.entity(),
                        change.type(),
                        ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)))
                .sorted(Comparator.comparing(
                                (TrackedChange change) -> change.entity().type())
                        .thenComparing(change -> change.entity().id()))
                .toList();
    }

    private Map<EntityRef, TrackedVersion> countUp(Connection connection, List<EntityChange> changes)
            throws SQLException {
        List<TrackedChange> counted = counted(changes);
        Map<EntityRef, TrackedVersion> versions = dialect.countUp(connection, counted);
        revival.revive(connection, changes, counted, versions);
        origins.cover(connection, changes, versions);
        return versions;
    }

    private void append(
            Connection connection,
            List<EntityChange> changes,
            Map<EntityRef, TrackedVersion> versions,
            @Nullable String exceptSystem,
            ChangeBuffer buffer)
            throws SQLException {
        List<LogRow> rows = new ArrayList<>();
        String trace = traceParent.get();
        for (EntityChange change : changes) {
            TrackedVersion version = versions.get(change.entity());
            if (version == null) {
                throw new CaptureFailedException("No version of " + change.entity() + " came back from the database.");
            }
            addRows(change, version, exceptSystem, trace, rows);
        }
        if (!rows.isEmpty()) {
            dialect.append(connection, rows);
            rows.forEach(row -> buffer.systems().add(row.system()));
        }
    }

    private void addRows(
            EntityChange change,
            TrackedVersion version,
            @Nullable String exceptSystem,
            @Nullable String trace,
            List<LogRow> rows) {
        String data = null;
        String error = null;
        boolean encoded = false;
        for (String target : change.mapping().model().targets()) {
            if (!target.equals(exceptSystem) && !target.equals(change.origin())) {
                if (!encoded) {
                    encoded = true;
                    try {
                        data = data(change);
                    } catch (RuntimeException | StackOverflowError e) {
                        error = unwritable(change, e);
                    }
                }
                rows.add(new LogRow(version, target, change.type(), data, change.origin(), trace, error));
            }
        }
    }

    private @Nullable String data(EntityChange change) {
        return change.state() == null
                ? null
                : codec.encode(change.mapping().model(), change.mapping().attributes(change.id(), change.state()));
    }

    /** A payload that cannot be written fails its entry and not the transaction; its reason quotes no values. */
    private static String unwritable(EntityChange change, Throwable failure) {
        String reason = failure instanceof SyncTrackerException ? ": " + failure.getMessage() : "";
        String text = "The state of " + change.entity() + " could not be stored ("
                + failure.getClass().getSimpleName() + ")" + reason
                + " Mend the attribute and requeue the entry: it then reads the row as it is.";
        return text.length() > MAX_ERROR ? text.substring(0, MAX_ERROR) : text;
    }
}
