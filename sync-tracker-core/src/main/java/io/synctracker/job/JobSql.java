package io.synctracker.job;

import io.synctracker.store.Dialect;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Fills statements with the names of the tables, and parameters with times. */
final class JobSql {

    private final Dialect dialect;

    JobSql(Dialect dialect) {
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    /**
     * Returns the statement.
     *
     * @param text with {@code $runs}, {@code $attempts} and {@code $positions}
     */
    String of(String text) {
        return text.replace("$runs", dialect.tables().named("runs"))
                .replace("$attempts", dialect.tables().named("run_attempts"))
                .replace("$positions", dialect.tables().named("run_positions"));
    }

    /** Returns parameters, times among them as the driver takes them. */
    Parameters with(String name, @Nullable Object value) {
        return new Parameters(dialect).and(name, value);
    }

    /** Parameters of a statement. */
    static final class Parameters extends MapSqlParameterSource {

        private final Dialect dialect;

        private Parameters(Dialect dialect) {
            this.dialect = dialect;
        }

        Parameters and(String name, @Nullable Object value) {
            addValue(name, value instanceof Instant time ? dialect.parameter(time) : value);
            return this;
        }
    }
}
