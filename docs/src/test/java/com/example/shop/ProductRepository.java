package com.example.shop;

import io.synctracker.tracking.SyncTrackedRepository;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ProductRepository extends JpaRepository<Product, Long>, SyncTrackedRepository<Product> {

    // tag::bulk-repository[]
    @Query("select p.id from Product p where p.price < :limit")
    List<Long> findIdsCheaperThan(BigDecimal limit);

    @Modifying
    @Query("update Product p set p.price = p.price * 1.1 where p.id in :ids")
    void raise(Collection<Long> ids);
    // end::bulk-repository[]
}
