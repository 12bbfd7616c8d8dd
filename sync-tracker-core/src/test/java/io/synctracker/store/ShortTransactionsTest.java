package io.synctracker.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.TestDatabase;
import io.synctracker.testdatabases.Vendor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The library's own transactions read what is committed, however the host's connections come. */
class ShortTransactionsTest {

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"POSTGRESQL", "MARIADB", "H2"})
    void they_read_what_is_committed_whatever_the_pool_is_set_to(Vendor vendor) throws Exception {
        try (TestDatabase database = TestDatabase.of(vendor)) {
            for (int isolation : new int[] {
                Connection.TRANSACTION_READ_COMMITTED,
                Connection.TRANSACTION_REPEATABLE_READ,
                Connection.TRANSACTION_SERIALIZABLE
            }) {
                Handing pool = new Handing(database, isolation);
                ShortTransactions transactions = new ShortTransactions(pool);

                assertThat(transactions.call(() -> isolationOf(pool))).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
                assertThat(transactions.call(() -> isolationOf(pool))).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"POSTGRESQL", "MARIADB", "H2"})
    void a_pool_that_reads_what_is_committed_is_asked_once(Vendor vendor) throws Exception {
        try (TestDatabase database = TestDatabase.of(vendor)) {
            Handing pool = new Handing(database, Connection.TRANSACTION_READ_COMMITTED);
            ShortTransactions transactions = new ShortTransactions(pool);

            for (int i = 0; i < 3; i++) {
                transactions.run(() -> {});
            }

            assertThat(pool.asked).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"POSTGRESQL", "MARIADB"})
    void a_transaction_that_is_running_says_nothing_of_the_pool(Vendor vendor) throws Exception {
        try (TestDatabase database = TestDatabase.of(vendor)) {
            Handing pool = new Handing(database, Connection.TRANSACTION_REPEATABLE_READ);
            ShortTransactions transactions = new ShortTransactions(new TransactionAwareDataSourceProxy(pool));
            TransactionTemplate host = new TransactionTemplate(new JdbcTransactionManager(pool));
            host.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);

            host.executeWithoutResult(status -> assertThat(transactions.call(() -> isolationOf(pool)))
                    .isEqualTo(Connection.TRANSACTION_READ_COMMITTED));
        }
    }

    private static int isolationOf(Handing pool) {
        return new JdbcTemplate(pool).execute((ConnectionCallback<Integer>) Connection::getTransactionIsolation);
    }

    /** Hands out connections at an isolation, and counts how often they are asked for it. */
    private static final class Handing extends DelegatingDataSource {

        final AtomicInteger asked = new AtomicInteger();
        private final int isolation;

        Handing(TestDatabase database, int isolation) {
            super(database.dataSource());
            this.isolation = isolation;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            connection.setTransactionIsolation(isolation);
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("getTransactionIsolation")) {
                            asked.incrementAndGet();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        }
    }
}
