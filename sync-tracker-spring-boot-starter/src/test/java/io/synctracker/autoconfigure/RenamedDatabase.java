package io.synctracker.autoconfigure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** H2, under the name of a database that is not at hand. */
final class RenamedDatabase extends DelegatingDataSource {

    private final String product;

    RenamedDatabase(String product) {
        super(DataSourceBuilder.create().url("jdbc:h2:mem:" + UUID.randomUUID()).build());
        this.product = product;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return instead(Connection.class, connection, "getMetaData", metaData(connection.getMetaData()));
    }

    private DatabaseMetaData metaData(DatabaseMetaData real) {
        return instead(DatabaseMetaData.class, real, "getDatabaseProductName", product);
    }

    /** Passes everything on but one method, which answers something else. */
    private static <T> T instead(Class<T> type, T real, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) ->
                        called.getName().equals(method) ? answer : passOn(real, called, arguments)));
    }

    private static Object passOn(Object real, Method called, Object[] arguments) throws Throwable {
        try {
            return called.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
