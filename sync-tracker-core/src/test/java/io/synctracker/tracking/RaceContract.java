package io.synctracker.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Zoo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What many threads do at once comes to what they would have done one after the other. */
abstract class RaceContract extends DatabaseTest {

    private static final int THREADS = 8;

    RaceContract(Vendor vendor) {
        super(vendor);
    }

    private <R> List<R> together(int threads, Callable<R> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<R>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void one_of_eight_threads_gets_an_external_id_and_the_others_are_told_who_has_it() throws Exception {
        List<Zoo.Product> products = IntStream.range(0, THREADS)
                .mapToObj(i -> host.save(new Zoo.Product("p" + i)))
                .toList();
        List<Zoo.Product> left = Collections.synchronizedList(new ArrayList<>(products));

        List<Object> outcomes = together(THREADS, () -> {
            Zoo.Product product = left.remove(0);
            try {
                return host.tracker().markAsSynced(product, "same", "crm");
            } catch (ExternalIdTakenException e) {
                return e;
            }
        });

        assertThat(outcomes)
                .filteredOn(io.synctracker.SyncState.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(ExternalIdTakenException.class::isInstance)
                .hasSize(THREADS - 1);
    }

    @Test
    void metadata_that_eight_threads_merge_at_once_is_all_there() throws Exception {
        Zoo.Product product = host.save(new Zoo.Product("a"));
        List<Integer> keys = Collections.synchronizedList(
                new ArrayList<>(IntStream.range(0, THREADS).boxed().toList()));

        together(THREADS, () -> host.tracker().mergeMetadata(product, "crm", Map.of("k" + keys.remove(0), 1)));

        assertThat(host.tracker().state(product, "crm").orElseThrow().metadata())
                .hasSize(THREADS);
    }

    @Test
    void failures_that_eight_threads_note_at_once_are_all_counted() throws Exception {
        Zoo.Product product = host.save(new Zoo.Product("a"));
        host.tracker().markAsPending(product, "crm");

        together(THREADS, () -> host.tracker().markAsFailed(product, "crm", "down", Map.of()));

        assertThat(host.tracker().state(product, "crm").orElseThrow().retryCount())
                .isEqualTo(THREADS);
    }

    @Test
    void a_mark_does_not_cover_an_edit_that_was_not_committed_when_it_looked() throws Exception {
        Zoo.Product product = host.save(new Zoo.Product("a"));

        host.run(em -> {
            em.find(Zoo.Product.class, product.id).name = "b";
            em.flush();
            inAnotherThread(() -> host.tracker().markAsSynced(product, "X", "crm"));
        });

        assertThat(host.tracker().needsSync(product, "crm")).isTrue();
    }

    @Test
    void a_mark_at_repeatable_read_covers_what_its_transaction_has_read() {
        Zoo.Product product = host.save(new Zoo.Product("a"));
        TransactionTemplate transactions = new TransactionTemplate(
                Objects.requireNonNull(host.transactions().getTransactionManager()));
        transactions.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);

        transactions.executeWithoutResult(status -> {
            host.tracker().needsSync(product, "crm");
            inAnotherThread(() -> host.run(em -> em.find(Zoo.Product.class, product.id).name = "b"));
            host.tracker().markAsSynced(product, "X", "crm");
        });

        assertThat(host.tracker().needsSync(product, "crm")).isTrue();
    }

    /**
     * Transactions that never meet in the host's tables must not meet in ours: locks of the JVM keep two of them from
     * one entity, so that whatever the database refuses is refused because of our statements.
     */
    @ParameterizedTest
    @ValueSource(
            ints = {TransactionDefinition.ISOLATION_READ_COMMITTED, TransactionDefinition.ISOLATION_REPEATABLE_READ})
    void no_transaction_fails_because_of_the_capture(int isolation) throws Exception {
        List<Zoo.Named> entities = new ArrayList<>();
        List<ReentrantLock> locks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            entities.add(host.save(new Zoo.Named("n" + i)));
            locks.add(new ReentrantLock());
        }
        host.takeLog("crm");
        TransactionTemplate transactions = new TransactionTemplate(
                Objects.requireNonNull(host.transactions().getTransactionManager()));
        transactions.setIsolationLevel(isolation);
        Set<String> failures = Collections.synchronizedSet(new HashSet<>());

        together(THREADS, () -> {
            Random random = new Random(Thread.currentThread().getId());
            for (int round = 0; round < 25; round++) {
                changeSome(random, locks, transactions, failures);
            }
            return true;
        });

        assertThat(failures).isEmpty();
        assertThat(host.log("crm")).hasSizeGreaterThan(THREADS * 25);
    }

    /** At SERIALIZABLE two transactions meet in every table that both only look at, so each thread has its own. */
    @Test
    void no_serializable_transaction_fails_because_of_the_capture() throws Exception {
        List<Class<?>> types = Collections.synchronizedList(
                new ArrayList<>(List.of(Zoo.Product.class, Zoo.Customer.class, Zoo.Numbered.class, Zoo.Uuided.class)));
        TransactionTemplate transactions = new TransactionTemplate(
                Objects.requireNonNull(host.transactions().getTransactionManager()));
        transactions.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        Set<String> failures = Collections.synchronizedSet(new HashSet<>());

        together(types.size(), () -> {
            Class<?> type = types.remove(0);
            for (int round = 0; round < 40; round++) {
                try {
                    transactions.executeWithoutResult(status -> changeOwn(type));
                } catch (ConcurrencyFailureException | org.springframework.transaction.TransactionSystemException e) {
                    failures.add(String.valueOf(e.getMessage()));
                }
            }
            return true;
        });

        assertThat(failures).isEmpty();
    }

    private void changeOwn(Class<?> type) {
        var em = Objects.requireNonNull(
                org.springframework.orm.jpa.EntityManagerFactoryUtils.getTransactionalEntityManager(
                        host.entityManagerFactory()));
        List<?> known = em.createQuery("from " + type.getName(), type).getResultList();
        if (known.size() > 3) {
            em.remove(known.get(0));
        }
        try {
            for (Object each : known) {
                type.getField("name").set(each, "name " + System.nanoTime());
            }
            em.persist(type.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void changeSome(
            Random random, List<ReentrantLock> locks, TransactionTemplate transactions, Set<String> failures) {
        List<Integer> chosen = IntStream.range(0, locks.size())
                .boxed()
                .filter(i -> random.nextInt(4) == 0)
                .toList();
        chosen.forEach(i -> locks.get(i).lock());
        try {
            transactions.executeWithoutResult(status -> {
                var em = Objects.requireNonNull(
                        org.springframework.orm.jpa.EntityManagerFactoryUtils.getTransactionalEntityManager(
                                host.entityManagerFactory()));
                chosen.forEach(i -> change(em, "n" + i, random));
                em.persist(new Zoo.Named("fresh-" + java.util.UUID.randomUUID()));
            });
        } catch (ConcurrencyFailureException | org.springframework.transaction.TransactionSystemException e) {
            failures.add(String.valueOf(e.getMessage()));
        } finally {
            chosen.forEach(i -> locks.get(i).unlock());
        }
    }

    private static void change(jakarta.persistence.EntityManager em, String id, Random random) {
        Zoo.Named found = em.find(Zoo.Named.class, id);
        if (found == null) {
            em.persist(new Zoo.Named(id));
        } else if (random.nextInt(5) == 0) {
            em.remove(found);
        } else {
            found.name = "name " + random.nextInt();
        }
    }

    private static void inAnotherThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
