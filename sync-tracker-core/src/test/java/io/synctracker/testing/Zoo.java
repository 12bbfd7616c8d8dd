package io.synctracker.testing;

import io.synctracker.Payload;
import io.synctracker.SyncIgnored;
import io.synctracker.SyncSensitive;
import io.synctracker.SyncTracked;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.annotations.SoftDelete;
import org.jspecify.annotations.NullUnmarked;

/** Entities of every kind that a host may have. */
@NullUnmarked
@SuppressWarnings("checkstyle:MissingJavadocType")
public final class Zoo {

    private Zoo() {}

    /** Every entity class. */
    public static final Class<?>[] ALL = {
        Product.class,
        Customer.class,
        Order.class,
        OrderLine.class,
        Tagged.class,
        Stamped.class,
        Numbered.class,
        Keys.Keyed.class,
        Keys.ClassKeyed.class,
        Uuided.class,
        Named.class,
        Animal.class,
        Dog.class,
        Vehicle.class,
        Car.class,
        Soft.class,
        Flagged.class,
        Parent.class,
        Kid.class,
        Snap.class,
        Bad.class,
        Plain.class,
        Audit.class,
        Node.class
    };

    @Entity(name = "Product")
    @SyncTracked(name = "product")
    @Table(name = "products")
    public static class Product {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        public Long id;

        @Version
        public int revision;

        public String name;
        public BigDecimal price;

        @SyncIgnored
        public String internalNote;

        public Product() {}

        public Product(String name) {
            this.name = name;
        }
    }

    @Entity(name = "Customer")
    @SyncTracked(name = "customer")
    @Table(name = "customers")
    public static class Customer {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public Long id;

        public String name;

        @SyncSensitive
        public String email;

        @Embedded
        public Address address;

        public Customer() {}

        public Customer(String name) {
            this.name = name;
        }
    }

    @Embeddable
    public static class Address {
        public String city;

        @SyncSensitive
        public String street;
    }

    @Entity(name = "PurchaseOrder")
    @SyncTracked(name = "order")
    @Table(name = "purchase_orders")
    public static class Order {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        public Long id;

        @Version
        public int revision;

        @ManyToOne(fetch = FetchType.LAZY)
        public Customer customer;

        @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
        public List<OrderLine> lines = new ArrayList<>();

        public void add(String text) {
            OrderLine line = new OrderLine();
            line.order = this;
            line.text = text;
            lines.add(line);
        }
    }

    @Entity(name = "OrderLine")
    @SyncTracked(name = "order-line")
    @Table(name = "order_lines")
    public static class OrderLine {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        public Long id;

        public String text;

        @ManyToOne(fetch = FetchType.LAZY)
        public Order order;
    }

    /** No version, and collections of its own. */
    @Entity(name = "Tagged")
    @SyncTracked(name = "tagged")
    public static class Tagged {
        @Id
        public Long id;

        public String name;

        @ElementCollection
        public Set<String> tags = new HashSet<>();

        @ManyToMany
        public Set<Tagged> peers = new HashSet<>();

        @SyncIgnored
        @ElementCollection
        public Set<String> secrets = new HashSet<>();

        public Tagged() {}

        public Tagged(long id) {
            this.id = id;
        }
    }

    /** A version, and a collection of its own. */
    @Entity(name = "Stamped")
    @SyncTracked(name = "stamped")
    public static class Stamped {
        @Id
        public Long id;

        @Version
        public int revision;

        @ElementCollection
        public Set<String> tags = new HashSet<>();
    }

    @Entity(name = "Numbered")
    @SyncTracked(name = "numbered")
    public static class Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public Long id;

        public String name;
    }

    @Entity(name = "Uuided")
    @SyncTracked(name = "uuided")
    public static class Uuided {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        public UUID id;

        public String name;
    }

    @Entity(name = "Named")
    @SyncTracked(name = "named")
    public static class Named {
        @Id
        public String id;

        public String name;

        public Named() {}

        public Named(String id) {
            this.id = id;
        }
    }

    @Entity(name = "Animal")
    @SyncTracked(name = "animal")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Animal {
        @Id
        public Long id;

        public String name;
    }

    @Entity(name = "Dog")
    public static class Dog extends Animal {
        public String trick;
    }

    @Entity(name = "Vehicle")
    @SyncTracked(name = "vehicle")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    public static class Vehicle {
        @Id
        public Long id;

        public String name;
    }

    @Entity(name = "Car")
    public static class Car extends Vehicle {
        public String plate;
    }

    @Entity(name = "Soft")
    @SyncTracked(name = "soft")
    @SoftDelete
    public static class Soft {
        @Id
        public Long id;

        public String name;
    }

    @Entity(name = "Flagged")
    @SyncTracked(name = "flagged")
    @SQLDelete(sql = "update Flagged set gone = true where id = ?")
    public static class Flagged {
        @Id
        public Long id;

        public boolean gone;
    }

    @Entity(name = "Parent")
    @SyncTracked(name = "parent")
    public static class Parent {
        @Id
        public Long id;
    }

    @Entity(name = "Kid")
    @SyncTracked(name = "kid")
    public static class Kid {
        @Id
        public Long id;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        public Parent parent;
    }

    @Entity(name = "Snap")
    @SyncTracked(name = "snap", payload = Payload.SNAPSHOT)
    public static class Snap {
        @Id
        public Long id;

        public String name;

        @SyncSensitive
        public String secret;

        @ElementCollection
        public Set<String> tags = new HashSet<>();
    }

    /** An attribute that cannot be written as JSON. */
    @Entity(name = "Bad")
    @SyncTracked(name = "bad", payload = Payload.SNAPSHOT)
    public static class Bad {
        @Id
        public Long id;

        public String name;

        @Embedded
        public Trap trap = new Trap();
    }

    @Embeddable
    public static class Trap {
        @Column(name = "trap_spring")
        @jakarta.persistence.Convert(converter = SpringConverter.class)
        public Spring spring = new Spring();
    }

    public static class Spring {
        public String getTension() {
            throw new IllegalStateException("secret tension");
        }
    }

    public static class SpringConverter implements jakarta.persistence.AttributeConverter<Spring, String> {
        @Override
        public String convertToDatabaseColumn(Spring spring) {
            return "s";
        }

        @Override
        public Spring convertToEntityAttribute(String text) {
            return new Spring();
        }
    }

    /** Not tracked by annotation. */
    @Entity(name = "Plain")
    public static class Plain {
        @Id
        public Long id;

        public String name;
    }

    @Entity(name = "Audit")
    @SyncTracked(name = "audit", targets = "erp", coalesce = false)
    public static class Audit {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public Long id;

        public String text;
    }

    /** Refers to itself. */
    @Entity(name = "TreeNode")
    @SyncTracked(name = "node")
    public static class Node {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Node parent;
    }
}
