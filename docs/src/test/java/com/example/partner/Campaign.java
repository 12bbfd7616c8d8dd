package com.example.partner;

import io.synctracker.SyncTracked;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.math.BigDecimal;

/** What a coupon belongs to. */
@Entity
@SyncTracked(name = "campaign")
class Campaign {

    @Id
    @GeneratedValue
    Long id;

    String name;
    BigDecimal budget;
}
