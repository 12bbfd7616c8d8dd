package io.synctracker.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that tells which step of the library each statement and each commit is. */
final class TappedDataSource extends DelegatingDataSource {

    private static final Map<Statements, Point> STEPS = Map.of(
            Statements.BUSINESS, Point.WRITING, Statements.COUNT, Point.COUNTING, Statements.APPEND, Point.APPENDING);

    private final Hooks hooks;
    private final boolean keepsIsolation;

    /**
     * Taps a data source.
     *
     * @param keepsIsolation whether connections keep the isolation that the database gives them, whatever is asked for
     */
    TappedDataSource(DataSource tapped, Hooks hooks, boolean keepsIsolation) {
        super(tapped);
        this.hooks = hooks;
        this.keepsIsolation = keepsIsolation;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return proxy(Connection.class, new TappedConnection(super.getConnection()));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(TappedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** A connection, and what its transaction has done so far. */
    private final class TappedConnection implements InvocationHandler {

        private final Connection connection;
        private final Set<Statements> done = EnumSet.noneOf(Statements.class);

        TappedConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                case "prepareStatement" -> prepare(method, arguments);
                case "commit" -> commit(method, arguments);
                case "rollback" -> rollback(method, arguments);
                case "setTransactionIsolation" ->
                    keepsIsolation ? null : TappedDataSource.invoke(connection, method, arguments);
                default -> TappedDataSource.invoke(connection, method, arguments);
            };
        }

        private Object prepare(Method method, Object[] arguments) throws Throwable {
            Object statement = TappedDataSource.invoke(connection, method, arguments);
            Set<Statements> steps = Statements.of((String) arguments[0]);
            return steps.isEmpty()
                    ? statement
                    : proxy(PreparedStatement.class, new TappedStatement(this, (PreparedStatement) statement, steps));
        }

        private Object commit(Method method, Object[] arguments) throws Throwable {
            @Nullable Point before = null;
            @Nullable Point after = null;
            boolean business = done.contains(Statements.APPEND) || done.contains(Statements.BUSINESS);
            if (business && !Phase.isRelays()) {
                before = Point.COMMITTING;
                after = Point.COMMITTED;
            } else if (Phase.is(Phase.CLAIM) && done.contains(Statements.LEASE_OR_SETTLE)) {
                before = Point.CLAIMING;
            } else if (Phase.is(Phase.SETTLE)) {
                before = Point.SETTLED;
                after = Point.THROUGH;
            }
            reached(before);
            if (before == Point.COMMITTING && done.contains(Statements.APPEND)) {
                hooks.committing(connection);
            }
            Object result = TappedDataSource.invoke(connection, method, arguments);
            done.clear();
            Phase.transactionEnded();
            reached(after);
            return result;
        }

        private Object rollback(Method method, Object[] arguments) throws Throwable {
            done.clear();
            Phase.transactionEnded();
            return TappedDataSource.invoke(connection, method, arguments);
        }

        private void reached(@Nullable Point point) {
            if (point != null) {
                hooks.reached(point);
            }
        }

        private void executing(Set<Statements> steps) {
            if (!Phase.isRelays()) {
                steps.forEach(step -> reached(STEPS.get(step)));
            }
            done.addAll(steps);
        }
    }

    private record TappedStatement(TappedConnection connection, PreparedStatement statement, Set<Statements> steps)
            implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().startsWith("execute")) {
                connection.executing(steps);
            }
            return TappedDataSource.invoke(statement, method, arguments);
        }
    }
}
