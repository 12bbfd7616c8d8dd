package io.synctracker.faults;

import io.synctracker.Payload;
import io.synctracker.SyncTracked;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entities of the producers, in each of the ways in which an entity can be tracked. */
final class Shop {

    static final String LATEST = "latest";
    static final String SNAPSHOT = "snapshot";
    static final String EACH = "each";
    static final String PARENT = "parent";
    static final String KID = "kid";

    /** Of these each strict thread has one for itself, in a table of its own. */
    static final List<String> OWN = List.of("own0", "own1", "own2", "own3");

    /** How the names of the tables begin. */
    static final String TABLES = "shop_";

    static final Map<String, Class<? extends Article>> TYPES = Map.of(
            LATEST,
            Latest.class,
            SNAPSHOT,
            Snapshot.class,
            EACH,
            Each.class,
            PARENT,
            Parent.class,
            KID,
            Kid.class,
            "own0",
            Own0.class,
            "own1",
            Own1.class,
            "own2",
            Own2.class,
            "own3",
            Own3.class);

    private Shop() {}

    /** Returns the table of a type. */
    static String table(String type) {
        return TABLES + type;
    }

    static Article create(String type, String id) {
        try {
            Article created = TYPES.get(type).getDeclaredConstructor().newInstance();
            created.id = id;
            return created;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What every entity carries: which of its changes this is, and a mark that no two attempts share. */
    @MappedSuperclass
    abstract static class Article {
        @Id
        String id = "";

        long revision;
        String stamp = "";
    }

    @Entity(name = LATEST)
    @Table(name = "shop_latest")
    @SyncTracked
    static class Latest extends Article {}

    @Entity(name = SNAPSHOT)
    @Table(name = "shop_snapshot")
    @SyncTracked(payload = Payload.SNAPSHOT)
    static class Snapshot extends Article {}

    @Entity(name = EACH)
    @Table(name = "shop_each")
    @SyncTracked(payload = Payload.SNAPSHOT, coalesce = false)
    static class Each extends Article {}

    @Entity(name = PARENT)
    @Table(name = "shop_parent")
    @SyncTracked
    static class Parent extends Article {}

    @Entity(name = KID)
    @Table(name = "shop_kid")
    @SyncTracked
    static class Kid extends Article {
        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable
        Parent parent;
    }

    @Entity(name = "own0")
    @Table(name = "shop_own0")
    @SyncTracked
    static class Own0 extends Article {}

    @Entity(name = "own1")
    @Table(name = "shop_own1")
    @SyncTracked(payload = Payload.SNAPSHOT)
    static class Own1 extends Article {}

    @Entity(name = "own2")
    @Table(name = "shop_own2")
    @SyncTracked(payload = Payload.SNAPSHOT, coalesce = false)
    static class Own2 extends Article {}

    @Entity(name = "own3")
    @Table(name = "shop_own3")
    @SyncTracked
    static class Own3 extends Article {}
}
