package io.synctracker.sample.affiliate;

import io.synctracker.SyncTracked;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;

/** What others advertise the shop with. */
@Entity
@SyncTracked(name = "campaign")
class Campaign {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    private String status;

    private BigDecimal commission;

    /** For Hibernate, and for the connector. */
    protected Campaign() {}

    String name() {
        return name;
    }
}
