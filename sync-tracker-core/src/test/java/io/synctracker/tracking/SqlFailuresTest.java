package io.synctracker.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.TransientDataAccessException;

class SqlFailuresTest {

    /** A lock that is not to be had, and a statement that has taken too long: what was to be written is not at fault. */
    @ParameterizedTest
    @ValueSource(strings = {"55P03", "57014"})
    void a_statement_that_gave_up_may_be_tried_again(String state) {
        assertThat(SqlFailures.translate(new SQLException("gave up", state), "update"))
                .isInstanceOf(TransientDataAccessException.class);
    }

    @Test
    void a_value_that_is_refused_may_not() {
        assertThat(SqlFailures.translate(new SQLException("too long", "22001"), "update"))
                .isNotInstanceOf(TransientDataAccessException.class);
    }
}
