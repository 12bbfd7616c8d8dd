package io.synctracker.connector;

import static java.util.Objects.requireNonNull;

import io.synctracker.EntityRef;
import io.synctracker.model.PayloadCodec;
import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of conflicts. Thread-safe; joins the caller's transaction. */
final class ConflictRows {

    private static final String INSERT = """
            insert into $conflicts (system_name, stream_name, model_name, model_id, external_id, resolution, local_data,
                                    remote_data, run_id)
            values (:system, :stream, :model, :entity, :id, :resolution, :local, :remote, :run)""";
    static final String DECIDE = """
            update $conflicts set resolution = :resolution
             where external_id = :id and system_name = :system and stream_name = :stream and resolution = 'undecided'""";
    static final String LIST = """
            select id, system_name, stream_name, model_name, model_id, external_id, resolution, local_data, remote_data,
                   run_id, created_at
              from $conflicts
             where $conditions
             order by id desc
             limit :limit""";

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final PayloadCodec codec;

    ConflictRows(DataSource dataSource, Dialect dialect, PayloadCodec codec) {
        this.jdbc = JdbcClient.create(dataSource);
        this.dialect = dialect;
        this.codec = codec;
    }

    /** Keeps both sides. */
    void add(Bound bound, EntityRef entity, Conflict conflict, Resolution.Kind resolution, long run) {
        RemoteRecord remote = conflict.remote();
        jdbc.sql(text(INSERT))
                .param("system", bound.system())
                .param("stream", bound.stream())
                .param("model", entity.type())
                .param("entity", entity.id())
                .param("id", remote.externalId())
                .param("resolution", Codes.of(resolution))
                .param("local", codec.encode(bound.mapping().model(), conflict.local()))
                .param("remote", codec.encode(bound.secrets(remote), bound.content(remote)))
                .param("run", run)
                .update();
    }

    /** Notes that a conflict that was undecided has been decided by a later record. */
    void decide(Bound bound, String externalId, Resolution.Kind resolution) {
        jdbc.sql(text(DECIDE))
                .param("resolution", Codes.of(resolution))
                .param("id", externalId)
                .param("system", bound.system())
                .param("stream", bound.stream())
                .update();
    }

    List<SetAsides.KeptConflict> list(
            @Nullable String system, boolean undecidedOnly, @Nullable Long before, int limit) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        if (undecidedOnly) {
            conditions.put("resolution = :resolution", Codes.of(Resolution.Kind.UNDECIDED));
        }
        if (system != null) {
            conditions.put("system_name = :system", system);
        }
        conditions.put("id < :before", before == null ? Long.MAX_VALUE : before);
        String sql = text(LIST).replace("$conditions", String.join(" and ", conditions.keySet()));
        return SetAsideRows.listed(jdbc.sql(sql), conditions)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    private SetAsides.KeptConflict row(ResultSet rows, int index) throws SQLException {
        return new SetAsides.KeptConflict(
                rows.getLong("id"),
                rows.getString("system_name"),
                rows.getString("stream_name"),
                rows.getString("model_name"),
                rows.getString("model_id"),
                rows.getString("external_id"),
                Codes.value(Resolution.Kind.class, rows.getString("resolution")),
                codec.masked(rows.getString("local_data")),
                codec.masked(rows.getString("remote_data")),
                rows.getLong("run_id"),
                requireNonNull(dialect.instant(rows, "created_at")));
    }

    String text(String sql) {
        return sql.replace("$conflicts", dialect.tables().named("conflicts"));
    }
}
