package io.synctracker.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A connection that notes the text of every statement it executes, a batch as one. */
public final class CountedStatements {

    private final List<String> executed = new CopyOnWriteArrayList<>();
    private final List<String> batched = new CopyOnWriteArrayList<>();

    /** Returns what was executed. */
    public List<String> executed() {
        return executed;
    }

    /** Returns what was added to batches, once for each time. */
    public List<String> batched() {
        return batched;
    }

    /** Wraps a connection. */
    public Connection watch(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return method.getName().equals("prepareStatement")
                    ? watch((PreparedStatement) result, (String) arguments[0])
                    : result;
        });
    }

    private PreparedStatement watch(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                executed.add(sql);
            } else if (method.getName().equals("addBatch")) {
                batched.add(sql);
            }
            return call(statement, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
