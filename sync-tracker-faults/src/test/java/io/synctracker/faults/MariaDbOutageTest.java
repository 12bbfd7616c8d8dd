package io.synctracker.faults;

import io.synctracker.testdatabases.Vendor;
import org.springframework.jdbc.core.JdbcTemplate;

class MariaDbOutageTest extends OutageContract {

    MariaDbOutageTest() {
        super(Vendor.MARIADB);
    }

    @Override
    void endSessions(JdbcTemplate jdbc) {
        jdbc.queryForList(
                        "select id from information_schema.processlist where db = database() and id <> connection_id()",
                        Long.class)
                .forEach(id -> {
                    try {
                        jdbc.execute("kill connection " + id);
                    } catch (org.springframework.dao.DataAccessException gone) {
                        // It has ended in the meantime.
                    }
                });
    }
}
