package com.example.shop;

import io.synctracker.SyncIgnored;
import io.synctracker.SyncSensitive;
import io.synctracker.SyncTracked;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

// tag::sensitive-entity[]
@Entity
@SyncTracked(name = "customer", targets = "crm")
class Customer {

    @Id
    @GeneratedValue
    Long id;

    String name;

    @SyncSensitive
    String email;

    @SyncIgnored
    String passwordHash;
}
// end::sensitive-entity[]
