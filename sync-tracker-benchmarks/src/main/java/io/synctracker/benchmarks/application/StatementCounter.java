package io.synctracker.benchmarks.application;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source that counts what a thread sends to the database: executions, a batch being one, and commits.
 * Thread-safe.
 */
public final class StatementCounter extends DelegatingDataSource {

    private final ThreadLocal<Integer> sent = ThreadLocal.withInitial(() -> 0);

    StatementCounter(DataSource counted) {
        super(counted);
    }

    /** Returns how often the calling thread has sent something. */
    public int sent() {
        return sent.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counted(super.getConnection(), Connection.class);
    }

    private <T> T counted(T target, Class<T> type) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
                sent.set(sent.get() + 1);
            }
            Object result = invoke(target, method, arguments);
            return method.getName().equals("unwrap") ? result : wrap(result);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object wrap(Object result) {
        if (result instanceof PreparedStatement statement) {
            return counted(statement, PreparedStatement.class);
        }
        return result instanceof Statement statement ? counted(statement, Statement.class) : result;
    }
}
