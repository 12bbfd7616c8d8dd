package io.synctracker.sample.affiliate;

import io.synctracker.SyncTracked;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the network says was bought, for which it wants its commission. */
@Entity
@SyncTracked(name = "purchase")
class Purchase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Campaign campaign;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Coupon coupon;

    private LocalDate purchasedOn;

    private BigDecimal amount;

    private String currency;

    /** For Hibernate, and for the connector. */
    protected Purchase() {}
}
