package io.synctracker.connector;

import static java.util.Objects.requireNonNull;

import io.synctracker.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of stored connections. Thread-safe; joins the caller's transaction. */
final class ConnectionRows {

    private static final String ALL = """
            select name, kind, enabled, settings, owner, revision, created_at, updated_at
              from $connections""";
    private static final String ONE = ALL + " where name = :name";
    private static final String INSERT = """
            insert into $connections (name, kind, enabled, settings, owner)
            values (:name, :kind, :enabled, :settings, :owner)""";
    private static final String UPDATE = """
            update $connections
               set kind = :kind, enabled = :enabled, settings = :settings, revision = revision + 1, updated_at = $now
             where name = :name and revision = :revision""";
    private static final String DELETE = "delete from $connections where name = :name";

    private final JdbcClient jdbc;
    private final Dialect dialect;

    ConnectionRows(DataSource dataSource, Dialect dialect) {
        this.jdbc = JdbcClient.create(dataSource);
        this.dialect = dialect;
    }

    List<ConnectionRow> all() {
        return statement(ALL + " order by name").query(this::row).list();
    }

    Optional<ConnectionRow> find(String name) {
        return statement(ONE).param("name", name).query(this::row).optional();
    }

    void insert(ConnectionDraft draft, String settings, @Nullable String owner) {
        bind(statement(INSERT), draft, settings).param("owner", owner).update();
    }

    /** Returns false if somebody else has changed or deleted the row since that revision. */
    boolean update(ConnectionDraft draft, String settings, long revision) {
        return bind(statement(UPDATE), draft, settings)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    boolean delete(String name) {
        return statement(DELETE).param("name", name).update() == 1;
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql.replace("$connections", dialect.tables().named("connections"))
                .replace("$now", dialect.now()));
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec spec, ConnectionDraft draft, String settings) {
        return spec.param("name", draft.name())
                .param("kind", draft.kind())
                .param("enabled", draft.enabled() ? 1 : 0)
                .param("settings", settings);
    }

    private ConnectionRow row(ResultSet rows, int index) throws SQLException {
        return new ConnectionRow(
                rows.getString("name"),
                rows.getString("kind"),
                rows.getInt("enabled") == 1,
                rows.getString("settings"),
                rows.getString("owner"),
                rows.getLong("revision"),
                requireNonNull(dialect.instant(rows, "created_at")),
                requireNonNull(dialect.instant(rows, "updated_at")));
    }
}
