package io.synctracker.sample.shop;

import io.synctracker.SyncSensitive;
import io.synctracker.SyncTracked;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Somebody who buys maps. */
@Entity
@SyncTracked
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    /** Sent to the systems that need it, but never readable in a log, on a page or in the outbox. */
    @SyncSensitive
    private String email;

    /** For Hibernate. */
    protected Customer() {}

    Customer(String name, String email) {
        this.name = name;
        this.email = email;
    }

    /**
     * Changes what is given.
     *
     * @param change {@code null} parts stay as they are
     */
    public void apply(CustomerChange change) {
        name = change.name() == null ? name : change.name();
        email = change.email() == null ? email : change.email();
    }

    CustomerView view() {
        return new CustomerView(id, name, email);
    }
}
