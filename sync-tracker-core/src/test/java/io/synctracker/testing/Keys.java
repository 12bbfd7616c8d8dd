package io.synctracker.testing;

import io.synctracker.SyncSensitive;
import io.synctracker.SyncTracked;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Entities whose ids are more than a number. */
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

    /** Has a text of its own that is not its name. */
    public enum Colour {
        RED,
        GREEN;

        @Override
        public String toString() {
            return "the colour " + ordinal();
        }
    }

    @Embeddable
    public record Shade(String depth, Colour colour) {}

    /** A part of every type that an id may be made of, some of them in a record within the record. */
    @Embeddable
    public record RichKey(
            @Enumerated(EnumType.STRING) Colour kind,
            @Column(name = "key_day") LocalDate day,
            UUID uuid,
            long large,
            Shade shade,
            boolean flag) {}

    @Entity(name = "Rich")
    @SyncTracked(name = "rich")
    public static class Rich {
        @EmbeddedId
        public RichKey id;
    }

    /** Whose fields have other names than its properties. */
    @Embeddable
    public static class PropertyKey {
        private String z;

        @Access(AccessType.PROPERTY)
        public String getZone() {
            return z;
        }

        public void setZone(String zone) {
            z = zone;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof PropertyKey key && key.z.equals(z);
        }

        @Override
        public int hashCode() {
            return z.hashCode();
        }
    }

    @Entity(name = "ByProperty")
    @SyncTracked(name = "by-property")
    public static class ByProperty {
        private PropertyKey key;

        @EmbeddedId
        public PropertyKey getKey() {
            return key;
        }

        public void setKey(PropertyKey key) {
            this.key = key;
        }
    }

    public static class SeatId {
        public Long hall;
        public int nr;

        @Override
        public boolean equals(Object other) {
            return other instanceof SeatId seat && seat.hall.equals(hall) && seat.nr == nr;
        }

        @Override
        public int hashCode() {
            return Objects.hash(hall, nr);
        }
    }

    @Entity(name = "Hall")
    @SyncTracked(name = "hall")
    public static class Hall {
        @Id
        public Long id;
    }

    /** A part of the id is another entity. */
    @Entity(name = "Seat")
    @SyncTracked(name = "seat")
    @IdClass(SeatId.class)
    public static class Seat {
        @Id
        @ManyToOne
        public Hall hall;

        @Id
        public int nr;
    }

    /** Takes its id from another entity. */
    @Entity(name = "HallPlan")
    @SyncTracked(name = "hall-plan")
    public static class HallPlan {
        @Id
        public Long id;

        @MapsId
        @OneToOne
        public Hall hall;
    }

    /** An attribute that is named id, and an id that is not. */
    @Entity(name = "Misnamed")
    @SyncTracked(name = "misnamed")
    public static class Misnamed {
        @Id
        public Long code;

        @Column(name = "other_id")
        public String id;
    }

    @Entity(name = "Coloured")
    @SyncTracked(name = "coloured")
    public static class Coloured {
        @Id
        public Colour id;
    }

    @Entity(name = "Dated")
    @SyncTracked(name = "dated")
    public static class Dated {
        @Id
        public LocalDate id;
    }

    @Entity(name = "Timed")
    @SyncTracked(name = "timed")
    public static class Timed {
        @Id
        public Instant id;
    }

    /** Has no id but another entity. */
    @Entity(name = "Borrowed")
    @SyncTracked(name = "borrowed")
    public static class Borrowed {
        @Id
        @OneToOne
        public Hall hall;
    }

    @Entity(name = "SecretKeyed")
    @SyncTracked(name = "secret-keyed")
    public static class SecretKeyed {
        @Id
        @SyncSensitive
        public String mail;
    }
}
