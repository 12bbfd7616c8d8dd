package io.synctracker.sample.shop;

import org.springframework.data.jpa.repository.JpaRepository;

/** All customers. */
interface CustomerRepository extends JpaRepository<Customer, Long> {}
