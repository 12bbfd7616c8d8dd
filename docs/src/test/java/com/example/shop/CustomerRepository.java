package com.example.shop;

import io.synctracker.tracking.SyncTrackedRepository;
import org.springframework.data.jpa.repository.JpaRepository;

// tag::scopes-repository[]
interface CustomerRepository extends JpaRepository<Customer, Long>, SyncTrackedRepository<Customer> {}
// end::scopes-repository[]
