package io.synctracker.faults;

import io.synctracker.EntityRef;
import io.synctracker.faults.Shop.Article;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionDefinition;

/**
 * Business code that cannot fail by itself, so that whatever fails does so because of the library: threads that meet do
 * so at READ COMMITTED, behind locks of their own that all take in one order; threads at the higher levels, where the
 * database may refuse whoever only looks at the same rows, have tables of their own.
 */
final class Producer {

    private static final long LONGEST_PAUSE_MICROS = 2000;
    private static final AtomicInteger STAMPS = new AtomicInteger();

    private final Wiring wiring;
    private final String name;
    private final Random chance;
    private final int isolation;
    private final @Nullable Own own;

    private Producer(Wiring wiring, String name, Random chance, int isolation, @Nullable Own own) {
        this.wiring = wiring;
        this.name = name;
        this.chance = chance;
        this.isolation = isolation;
        this.own = own;
    }

    /** Writes what everybody writes. */
    static Producer shared(Wiring wiring, String name, Random chance) {
        return new Producer(wiring, name, chance, TransactionDefinition.ISOLATION_READ_COMMITTED, null);
    }

    /** Writes a type that is nobody else's. */
    static Producer own(Wiring wiring, String name, Random chance, int isolation, String type) {
        return new Producer(wiring, name, chance, isolation, new Own(wiring, type).begin());
    }

    int isolation() {
        return isolation;
    }

    /**
     * Runs one transaction, which may decide to roll back.
     *
     * @throws RuntimeException what the application is thrown
     */
    void turn() {
        try {
            wiring.transactions(isolation).executeWithoutResult(status -> {
                if (own == null) {
                    writeShared(Keys.some(chance));
                } else {
                    writeOwn(own);
                }
                if (chance.nextInt(20) == 0) {
                    status.setRollbackOnly();
                }
            });
        } catch (RuntimeException e) {
            if (own != null) {
                own.inDoubt();
            }
            throw e;
        }
    }

    /** Creates or changes one entity, and nothing else. */
    void change(EntityRef entity, long revision) {
        wiring.transactions(isolation)
                .executeWithoutResult(status -> write(wiring.entityManager(), entity, revision, false));
    }

    private void writeShared(SortedMap<Integer, EntityRef> chosen) {
        EntityManager entities = wiring.entityManager();
        chosen.forEach((family, entity) -> {
            long revision = work(connection -> countFamily(connection, Keys.counter(family)));
            if (entity.type().equals(Shop.KID)) {
                writeKid(entities, entity, revision);
            } else {
                write(entities, entity, revision, !entity.type().equals(Shop.PARENT));
            }
            pause();
        });
    }

    private void writeOwn(Own mine) {
        int some = 1 + chance.nextInt(3);
        for (int i = 0; i < some; i++) {
            EntityRef entity = new EntityRef(mine.type(), Integer.toString(chance.nextInt(3) * 3 + i));
            write(wiring.entityManager(), entity, mine.next(entity), true);
            pause();
        }
    }

    private void writeKid(EntityManager entities, EntityRef kid, long revision) {
        EntityRef parent = new EntityRef(Shop.PARENT, Keys.parentOf(kid));
        if (entities.find(Shop.Parent.class, parent.id()) == null) {
            write(entities, parent, revision, false);
        }
        write(entities, kid, revision, true);
    }

    private void write(EntityManager entities, EntityRef entity, long revision, boolean mayDelete) {
        Article found = entities.find(Shop.TYPES.get(entity.type()), entity.id());
        String stamp = name + "-" + STAMPS.incrementAndGet();
        String action = "UPDATE";
        if (found == null) {
            action = "CREATE";
            found = Shop.create(entity.type(), entity.id());
            if (found instanceof Shop.Kid kid) {
                kid.parent = entities.getReference(Shop.Parent.class, Keys.parentOf(entity));
            }
            change(found, revision, stamp);
            entities.persist(found);
        } else if (mayDelete && chance.nextInt(5) == 0) {
            action = "DELETE";
            entities.remove(found);
        } else {
            if (chance.nextInt(5) == 0) {
                change(found, revision, stamp + "-first");
                entities.flush();
            }
            change(found, revision, stamp);
        }
        if (chance.nextInt(3) == 0) {
            entities.flush();
        }
        Write write = new Write(revision, action, stamp);
        work(connection -> book(connection, entity, write));
    }

    private static void change(Article article, long revision, String stamp) {
        article.revision = revision;
        article.stamp = stamp;
    }

    private void pause() {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(chance.nextLong(LONGEST_PAUSE_MICROS)));
    }

    private interface Work {
        long on(Connection connection) throws SQLException;
    }

    private long work(Work work) {
        return wiring.entityManager().unwrap(Session.class).doReturningWork(work::on);
    }

    private static long countFamily(Connection connection, String counter) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update counters set n = n + 1 where k = ?")) {
            update.setString(1, counter);
            update.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement("select n from counters where k = ?")) {
            select.setString(1, counter);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static long book(Connection connection, EntityRef entity, Write write) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ledger (type, id, revision, action, stamp) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, entity.type());
            insert.setString(2, entity.id());
            insert.setLong(3, write.revision());
            insert.setString(4, write.action());
            insert.setString(5, write.stamp());
            return insert.executeUpdate();
        }
    }
}
