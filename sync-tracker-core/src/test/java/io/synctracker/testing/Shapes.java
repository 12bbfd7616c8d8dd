package io.synctracker.testing;

import io.synctracker.Payload;
import io.synctracker.SyncIgnored;
import io.synctracker.SyncSensitive;
import io.synctracker.SyncTracked;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import java.sql.Blob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.ManyToAny;
import org.jspecify.annotations.NullUnmarked;

/** Entities whose attributes are of every kind that Hibernate can map. */
@NullUnmarked
@SuppressWarnings("checkstyle:MissingJavadocType")
public final class Shapes {

    private Shapes() {}

    public static final Class<?>[] ALL = {
        Contact.class,
        Owner.class,
        Pet.class,
        Toy.class,
        Lease.class,
        Base.class,
        Sub.class,
        Trunk.class,
        Leaf.class,
        Twig.class,
        Prefs.class,
        Document.class
    };

    @Embeddable
    public static class Phone {
        public String kind;

        @SyncSensitive
        public String number;

        @SyncIgnored
        public String note;

        public Phone() {}

        public Phone(String kind, String number, String note) {
            this.kind = kind;
            this.number = number;
            this.note = note;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Phone phone && phone.number.equals(number);
        }

        @Override
        public int hashCode() {
            return number.hashCode();
        }
    }

    @Embeddable
    public static class Home {
        public String city;

        @SyncIgnored
        public String memo;

        @ElementCollection
        public Set<String> mails = new HashSet<>();

        @ManyToOne(fetch = FetchType.LAZY)
        public Pet guard;
    }

    @Entity(name = "Contact")
    @SyncTracked(name = "contact", payload = Payload.SNAPSHOT)
    public static class Contact {
        @Id
        public Long id;

        public Home home = new Home();

        @ElementCollection
        @OrderColumn
        public List<Phone> phones = new ArrayList<>();

        @ElementCollection
        public Map<String, Phone> byName = new HashMap<>();

        @ElementCollection
        @Column(name = "times_called")
        public Map<Phone, Integer> calls = new HashMap<>();
    }

    @Entity(name = "Owner")
    @SyncTracked(name = "owner", payload = Payload.SNAPSHOT)
    public static class Owner {
        @Id
        public Long id;

        @ElementCollection
        @Column(name = "pet_name")
        public Map<Pet, String> petNames = new HashMap<>();

        @Any
        @AnyDiscriminator(DiscriminatorType.STRING)
        @AnyDiscriminatorValue(discriminator = "p", entity = Pet.class)
        @AnyKeyJavaClass(Long.class)
        @Column(name = "favourite_type")
        @JoinColumn(name = "favourite_id")
        public Object favourite;

        @ManyToAny
        @AnyDiscriminator(DiscriminatorType.STRING)
        @AnyDiscriminatorValue(discriminator = "p", entity = Pet.class)
        @AnyKeyJavaClass(Long.class)
        @Column(name = "other_type")
        @JoinTable(
                name = "owner_others",
                joinColumns = @JoinColumn(name = "owner_id"),
                inverseJoinColumns = @JoinColumn(name = "other_id"))
        public Set<Object> others = new HashSet<>();

        @OneToMany
        @JoinColumn(name = "owner_id", nullable = false)
        public List<Toy> toys = new ArrayList<>();

        @OneToMany
        @JoinTable(name = "owner_walks")
        public List<Pet> walks = new ArrayList<>();

        @ElementCollection
        @OrderColumn
        public String[] titles = new String[0];

        @OneToOne(mappedBy = "owner")
        public Lease lease;
    }

    @Entity(name = "Pet")
    @SyncTracked(name = "pet")
    public static class Pet {
        @Id
        public Long id;

        @SyncSensitive
        public String chip = "secret chip";

        public Pet() {}

        public Pet(long id) {
            this.id = id;
        }

        public String getChip() {
            return chip;
        }
    }

    @Entity(name = "Toy")
    @SyncTracked(name = "toy", payload = Payload.SNAPSHOT)
    public static class Toy {
        @Id
        public Long id;

        public Toy() {}

        public Toy(long id) {
            this.id = id;
        }
    }

    @Entity(name = "Lease")
    @SyncTracked(name = "lease", payload = Payload.SNAPSHOT)
    public static class Lease {
        @Id
        public Long id;

        @OneToOne
        public Owner owner;
    }

    @MappedSuperclass
    @SyncTracked
    public abstract static class Base {
        @Id
        public Long id;

        @SyncSensitive
        public String secret;

        private String note;

        @SyncIgnored
        public String getNote() {
            return note;
        }

        public void setNote(String note) {
            this.note = note;
        }
    }

    @Entity(name = "Sub")
    public static class Sub extends Base {}

    /** Not tracked itself, and has one subclass that is. */
    @Entity(name = "Trunk")
    public abstract static class Trunk {
        @Id
        public Long id;

        @ElementCollection
        public Set<String> tags = new HashSet<>();
    }

    @Entity(name = "Leaf")
    @SyncTracked(name = "leaf")
    public static class Leaf extends Trunk {}

    @Entity(name = "Twig")
    public static class Twig extends Trunk {}

    @Entity(name = "Prefs")
    @SyncTracked(name = "prefs", payload = Payload.SNAPSHOT)
    public static class Prefs {
        @Id
        public Long id;

        @ElementCollection
        @Column(name = "pref")
        public Map<String, String> all = new HashMap<>();
    }

    @Entity(name = "Document")
    @SyncTracked(name = "document", payload = Payload.SNAPSHOT)
    public static class Document {
        @Id
        public Long id;

        @Column(name = "document_content")
        public Blob content;
    }
}
