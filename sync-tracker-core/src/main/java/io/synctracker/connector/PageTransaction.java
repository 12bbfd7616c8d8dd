package io.synctracker.connector;

import io.synctracker.SyncTrackerException;
import io.synctracker.connector.Tally.Fate;
import io.synctracker.job.JobContext;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.engine.spi.SessionImplementor;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies records in one transaction of the application's, at READ COMMITTED so that it sees what others have committed
 * while it waited for an entity. Thread-safe.
 */
final class PageTransaction {

    private final ConnectorParts parts;
    private final Tables tables;
    private final TransactionTemplate transactions;

    PageTransaction(ConnectorParts parts, Tables tables) {
        this.parts = parts;
        this.tables = tables;
        transactions = new TransactionTemplate(parts.transactionManager());
        transactions.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Applies records.
     *
     * @param pull the stream
     * @param work what to apply
     * @throws RecordFailedException if one record is to blame that nothing was applied
     * @throws UnconfirmedException if the run could not be confirmed; nothing was applied
     * @throws RuntimeException what the database, or the application's own code, threw; nothing was applied
     */
    void run(Pull pull, Work work) {
        Tally tally = new Tally();
        transactions.executeWithoutResult(status -> {
            apply(pull, work, tally);
            work.last().run();
            confirm(pull.context(), tally);
        });
    }

    /** Once it has confirmed, the run itself forgets what it was told if the transaction is rolled back all the same. */
    private static void confirm(JobContext context, Tally tally) {
        tally.tell(context, 1);
        try {
            context.confirm();
        } catch (RuntimeException e) {
            tally.tell(context, -1);
            throw new UnconfirmedException(e);
        }
    }

    /**
     * What is applied together.
     *
     * @param candidates records that may be applied
     * @param refused records that are set aside
     * @param retried whether the records were set aside by this run before
     * @param last what belongs to the transaction besides
     */
    record Work(List<Candidate> candidates, List<Refused> refused, boolean retried, Runnable last) {

        Work of(List<Candidate> some, List<Refused> others, Runnable end) {
            return new Work(some, others, retried, end);
        }
    }

    private void apply(Pull pull, Work work, Tally tally) {
        Bound bound = pull.bound();
        List<Refused> refused = new ArrayList<>(work.refused());
        Map<String, Known> known = tables.standings()
                .of(bound, work.candidates().stream().map(Candidate::externalId).toList());
        List<Candidate> changed = work.candidates().stream()
                .filter(each ->
                        !known.getOrDefault(each.externalId(), Known.NOTHING).isAs(each))
                .toList();
        tally.add(Fate.UNCHANGED, work.candidates().size() - changed.size());
        if (!changed.isEmpty()) {
            List<Candidate> done = parts.tracker().applyingFrom(bound.system(), () -> {
                SessionImplementor session = session();
                return new ChangeApplier(parts, tables, pull, session, tally, refused).apply(changed, session);
            });
            tables.records().write(bound, pull.mark(), done, known);
        }
        setAside(pull, work, refused, tally);
        if (pull.whole()) {
            tables.records().seen(bound, pull.pass(), ids(work, refused));
        }
    }

    private SessionImplementor session() {
        EntityManager entityManager = Objects.requireNonNull(
                EntityManagerFactoryUtils.getTransactionalEntityManager(parts.entityManagerFactory()));
        return entityManager.unwrap(SessionImplementor.class);
    }

    private static Set<String> ids(Work work, Collection<Refused> refused) {
        Set<String> ids = new HashSet<>();
        work.candidates().forEach(each -> ids.add(each.externalId()));
        refused.stream().map(Refused::storableId).filter(Objects::nonNull).forEach(ids::add);
        return ids;
    }

    /** Sets aside what was refused, and lets go of what was set aside before and is applied now. */
    private void setAside(Pull pull, Work work, List<Refused> refused, Tally tally) {
        Bound bound = pull.bound();
        if (tables.setAsides().any(bound)) {
            Map<String, String> keys = new HashMap<>();
            work.candidates().forEach(each -> keys.put(Refused.keyOf(each.externalId()), each.externalId()));
            refused.forEach(each -> keys.remove(each.keyHash(bound)));
            Set<String> applied = tables.setAsides().among(bound, keys.keySet());
            tables.setAsides().delete(bound, applied);
            if (work.retried()) {
                tally.add(Fate.SET_ASIDE, -applied.size());
            }
        }
        for (Refused each : refused) {
            try {
                tables.setAsides().write(bound, each, pull.run());
            } catch (SyncTrackerException e) {
                throw new SyncTrackerException(
                        "A record of " + bound.system() + " cannot be set aside: " + e.getMessage(), e);
            }
        }
        if (!work.retried()) {
            tally.add(Fate.SET_ASIDE, refused.size());
        }
    }
}
