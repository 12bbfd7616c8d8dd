package com.example.shop;

import io.synctracker.SyncState;
import io.synctracker.tracking.SyncScopes;
import io.synctracker.tracking.SyncTrackedEntity;
import io.synctracker.tracking.SyncTracker;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;

/** The code of docs/how-to/several-systems.md and docs/how-to/query-sync-state.md. */
@Service
class Overview {

    private final ProductRepository products;
    private final CustomerRepository customers;
    private final SyncTracker syncTracker;
    private final EntityManager entityManager;

    Overview(
            ProductRepository products,
            CustomerRepository customers,
            SyncTracker syncTracker,
            EntityManager entityManager) {
        this.products = products;
        this.customers = customers;
        this.syncTracker = syncTracker;
        this.entityManager = entityManager;
    }

    // tag::several-systems-states[]
    String whereIs(Product product) {
        StringBuilder text = new StringBuilder();
        for (SyncState state : syncTracker.states(product)) {
            text.append(state.system())
                    .append(": ")
                    .append(state.status())
                    .append(", ")
                    .append(state.externalId())
                    .append("; ");
        }
        return text.toString();
    }
    // end::several-systems-states[]

    // tag::several-systems-ids[]
    void link(Product product) {
        syncTracker.markAsSynced(product, "A-17", "erp");
        syncTracker.markAsSynced(product, "7421", "shop");
    }

    Optional<Product> byErpNumber(String number) {
        return syncTracker.findByExternalId(number, "erp", Product.class);
    }
    // end::several-systems-ids[]

    // tag::scopes-use[]
    Page<Customer> firstHundredThatWait() {
        return customers.findNeedingSync("crm", PageRequest.of(0, 100));
    }
    // end::scopes-use[]

    // tag::scopes-specification[]
    List<Product> expensiveOnesThatFailed() {
        Specification<Product> expensive = (root, query, builder) -> builder.greaterThan(root.get("price"), 1000);
        return products.findAll(SyncScopes.<Product>failed("erp").and(expensive));
    }
    // end::scopes-specification[]

    // tag::scopes-jpql[]
    List<SyncTrackedEntity> errorsOfCheapProducts() {
        String jpql = """
                select s from Product p
                  join SyncTrackedEntity s
                    on s.modelName = 'product' and s.modelId = cast(p.id as string)
                 where s.systemName = 'erp' and s.lastError is not null and p.price < 10""";
        return entityManager.createQuery(jpql, SyncTrackedEntity.class).getResultList();
    }
    // end::scopes-jpql[]
}
