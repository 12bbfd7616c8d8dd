package io.synctracker.connector;

import static java.util.Objects.requireNonNull;

import io.synctracker.store.Dialect;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of known records and of checkpoints. Thread-safe; joins the caller's transaction. */
final class RemoteRows {

    private static final String INSERT = """
            insert into $records (content_hash, seen_run, system_name, stream_name, external_id)
            values (?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            update $records set content_hash = ?, seen_run = ?
             where system_name = ? and stream_name = ? and external_id = ?""";
    private static final String SEEN = """
            update $records set seen_run = :pass
             where external_id $among and system_name = :system and stream_name = :stream and seen_run <> :pass""";
    static final String UNSEEN = """
            select external_id from $records
             where system_name = :system and stream_name = :stream and external_id > :after
               and seen_run <> :pass and content_hash <> 'gone'
             order by external_id
             limit :limit""";
    private static final String CHECKPOINT = """
            select checkpoint_text from $checkpoints where system_name = :system and stream_name = :stream""";
    private static final String MOVE = """
            update $checkpoints set checkpoint_text = :checkpoint, run_id = :run, updated_at = $now
             where system_name = :system and stream_name = :stream""";
    private static final String BEGIN = """
            insert into $checkpoints (system_name, stream_name, checkpoint_text, run_id)
            values (:system, :stream, :checkpoint, :run)""";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Dialect dialect;

    RemoteRows(DataSource dataSource, Dialect dialect) {
        this.template = new JdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(template);
        this.dialect = dialect;
    }

    /** Remembers records: those that are known already, and those that are not. */
    void write(Bound bound, long pass, Collection<Candidate> candidates, Map<String, Known> known) {
        batch(
                INSERT,
                bound,
                pass,
                candidates.stream().filter(each -> hashOf(each, known) == null).toList());
        batch(
                UPDATE,
                bound,
                pass,
                candidates.stream().filter(each -> hashOf(each, known) != null).toList());
    }

    private static @Nullable String hashOf(Candidate candidate, Map<String, Known> known) {
        return known.getOrDefault(candidate.externalId(), Known.NOTHING).hash();
    }

    private void batch(String sql, Bound bound, long pass, List<Candidate> candidates) {
        if (!candidates.isEmpty()) {
            template.batchUpdate(
                    text(sql),
                    candidates.stream()
                            .map(each ->
                                    new Object[] {each.hash(), pass, bound.system(), bound.stream(), each.externalId()})
                            .toList());
        }
    }

    /** Notes that a pass over the whole stream has met records. */
    void seen(Bound bound, long pass, Collection<String> externalIds) {
        for (List<String> ids : Standings.chunks(externalIds)) {
            jdbc.sql(text(SEEN))
                    .param("pass", pass)
                    .param("ids", dialect.many(ids))
                    .param("system", bound.system())
                    .param("stream", bound.stream())
                    .update();
        }
    }

    /** Returns the ids of records that a pass has not met, in their order. */
    List<String> unseen(Bound bound, long pass, String after, int limit) {
        return jdbc.sql(text(UNSEEN))
                .param("system", bound.system())
                .param("stream", bound.stream())
                .param("after", after)
                .param("pass", pass)
                .param("limit", limit)
                .query((rows, index) -> requireNonNull(rows.getString(1)))
                .list();
    }

    @Nullable
    String checkpoint(Bound bound) {
        return jdbc.sql(text(CHECKPOINT))
                .param("system", bound.system())
                .param("stream", bound.stream())
                .query((rows, index) -> Optional.ofNullable(rows.getString(1)))
                .optional()
                .flatMap(Function.identity())
                .orElse(null);
    }

    void checkpoint(Bound bound, @Nullable String checkpoint, long run) {
        if (move(MOVE, bound, checkpoint, run) == 0) {
            move(BEGIN, bound, checkpoint, run);
        }
    }

    private int move(String sql, Bound bound, @Nullable String checkpoint, long run) {
        return jdbc.sql(text(sql))
                .param("system", bound.system())
                .param("stream", bound.stream())
                .param("checkpoint", checkpoint)
                .param("run", run)
                .update();
    }

    String text(String sql) {
        return sql.replace("$records", dialect.tables().named("remote_records"))
                .replace("$checkpoints", dialect.tables().named("checkpoints"))
                .replace("$among", dialect.among("ids"))
                .replace("$now", dialect.now());
    }
}
