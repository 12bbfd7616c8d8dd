package io.synctracker.testing;

import io.synctracker.SyncTracked;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;

/** Entities whose ids have several parts. */
@NullUnmarked
@SuppressWarnings("checkstyle:MissingJavadocType")
public final class Keys {

    private Keys() {}

    @Embeddable
    public static class Key {
        @Column(name = "key_zone")
        public String zone;

        @Column(name = "key_nr")
        public int nr;

        public Key() {}

        public Key(String zone, int nr) {
            this.zone = zone;
            this.nr = nr;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.zone.equals(zone) && key.nr == nr;
        }

        @Override
        public int hashCode() {
            return Objects.hash(zone, nr);
        }
    }

    @Entity(name = "Keyed")
    @SyncTracked(name = "keyed")
    public static class Keyed {
        @EmbeddedId
        public Key id;

        public String name;

        public Keyed() {}

        public Keyed(String zone, int nr) {
            this.id = new Key(zone, nr);
        }
    }

    public static class PairId {
        public Long a;
        public String b;

        public PairId() {}

        public PairId(Long a, String b) {
            this.a = a;
            this.b = b;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof PairId pair && pair.a.equals(a) && pair.b.equals(b);
        }

        @Override
        public int hashCode() {
            return Objects.hash(a, b);
        }
    }

    @Entity(name = "ClassKeyed")
    @SyncTracked(name = "class-keyed")
    @IdClass(PairId.class)
    public static class ClassKeyed {
        @Id
        public Long a;

        @Id
        public String b;

        public String name;
    }
}
