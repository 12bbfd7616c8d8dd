package io.synctracker.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that refuses connections while it is told to. */
final class FlakyDataSource extends DelegatingDataSource {

    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean failing;

    FlakyDataSource(DataSource target) {
        super(target);
    }

    void fail(boolean fail) {
        failing = fail;
    }

    int refused() {
        return refused.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (failing) {
            refused.incrementAndGet();
            throw new SQLTransientConnectionException("the database is down");
        }
        return super.getConnection();
    }
}
