package io.synctracker.sample.affiliate;

import io.synctracker.SyncTracked;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

/** What a visitor enters to say which campaign has brought him. */
@Entity
@SyncTracked(name = "coupon")
class Coupon {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Campaign campaign;

    private String code;

    private int discount;

    private LocalDate createdOn;

    /** For Hibernate, and for the connector. */
    protected Coupon() {}
}
