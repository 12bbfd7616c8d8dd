package com.example.partner;

import io.synctracker.SyncTracked;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

// tag::own-connector-entity[]
@Entity
@SyncTracked(name = "coupon")
class Coupon {

    @Id
    @GeneratedValue
    Long id;

    String code;

    @Embedded
    Discount discount;

    @ManyToOne(fetch = FetchType.LAZY)
    Campaign campaign;

    @Embeddable
    record Discount(Integer percent) {}
}
// end::own-connector-entity[]
