package io.synctracker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class DatabaseOutageTest {

    private static boolean causes(SQLException failure) {
        return DatabaseOutage.isCauseOf(new IllegalStateException(new IllegalArgumentException(failure)));
    }

    @Test
    void a_pool_that_is_empty_is_an_outage() {
        assertThat(causes(new SQLTransientConnectionException("no connection within 30 s")))
                .isTrue();
    }

    @Test
    void a_lost_connection_is_an_outage_on_every_database() {
        assertThat(causes(new SQLException("terminating connection", "57P01"))).isTrue();
        assertThat(causes(new SQLException("I/O error", "08006"))).isTrue();
        assertThat(causes(new SQLRecoverableException("gone"))).isTrue();
    }

    @Test
    void a_row_that_cannot_be_read_is_none() {
        assertThat(causes(new SQLException("value out of range", "22003"))).isFalse();
        assertThat(causes(new SQLException("no state at all"))).isFalse();
        assertThat(DatabaseOutage.isCauseOf(new IllegalStateException("a getter")))
                .isFalse();
    }
}
