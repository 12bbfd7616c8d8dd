package io.synctracker.capture;

import io.synctracker.model.EntityModels;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/**
 * Finds statements that write a tracked table without Hibernate's entity actions, and so without a recorded change:
 * bulk HQL, criteria and native SQL. Looks at each text of a statement once; the host's own inspector goes first.
 */
public final class BulkDetector implements StatementInspector {

    private static final long serialVersionUID = 1L;
    private static final int MAX_KNOWN = 2000;
    private static final Pattern WRITE = Pattern.compile(
            "^\\s*(?:/\\*.*?\\*/\\s*)?(?:insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+(?:only\\s+)?[\"`]?([\\w.\"`]+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Hibernate's packages in which an entity action, or a batch of them, runs its statement. */
    private static final String[] ACTIONS = {
        "org.hibernate.engine.jdbc.mutation.", "org.hibernate.engine.jdbc.batch.", "org.hibernate.persister."
    };

    /** Hibernate's packages through which a statement passes that no entity action has made. */
    private static final String[] QUERIES = {"org.hibernate.query.", "org.hibernate.sql.exec."};

    private final transient EntityModels models;
    private final boolean fail;
    private final transient @Nullable StatementInspector host;
    private final transient Map<String, Boolean> known = new ConcurrentHashMap<>();
    private transient volatile @Nullable Map<String, Class<?>> tables;

    /**
     * Creates a detector.
     *
     * @param models the tracked classes
     * @param fail whether such a statement fails the transaction, as in tests, rather than being warned of
     * @param host the host's own inspector, or {@code null}
     */
    public BulkDetector(EntityModels models, boolean fail, @Nullable StatementInspector host) {
        this.models = models;
        this.fail = fail;
        this.host = host;
    }

    @Override
    public String inspect(String sql) {
        String inspected = host == null ? sql : host.inspect(sql);
        String statement = inspected == null ? sql : inspected;
        Boolean clean = known.get(statement);
        if (clean == null || !clean) {
            look(statement);
        }
        return statement;
    }

    private void look(String sql) {
        Class<?> type = written(sql);
        boolean bulk = type != null && byQuery();
        if (known.size() < MAX_KNOWN) {
            known.put(sql, !bulk);
        }
        if (type != null && bulk) {
            BulkChanges.found(type, fail);
        }
    }

    private @Nullable Class<?> written(String sql) {
        Matcher matcher = WRITE.matcher(sql);
        return matcher.find() ? tables().get(plain(matcher.group(1))) : null;
    }

    /**
     * Returns whether a query is being executed, as the stack tells. What stands nearer to the top decides: a query may
     * flush, and then entity actions run below it.
     */
    private static boolean byQuery() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .filter(name -> startsWith(name, ACTIONS) || startsWith(name, QUERIES))
                        .findFirst()
                        .map(name -> startsWith(name, QUERIES))
                        .orElse(false));
    }

    private static boolean startsWith(String className, String[] prefixes) {
        for (String prefix : prefixes) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private Map<String, Class<?>> tables() {
        Map<String, Class<?>> found = tables;
        if (found == null) {
            found = new HashMap<>();
            for (Map.Entry<String, Class<?>> entry : models.tables().entrySet()) {
                found.put(plain(entry.getKey()), entry.getValue());
            }
            if (!found.isEmpty()) {
                tables = found;
            }
        }
        return found;
    }

    private static String plain(String table) {
        String name = table.replace("\"", "").replace("`", "").toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
