package io.synctracker.benchmarks.application;

import io.synctracker.SyncTracked;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.envers.Audited;

/**
 * The entity whose changes are recorded: eight ordinary columns. A contestant's annotation is not there, and so does
 * nothing, in the processes of the others.
 */
@Audited
@Entity
@SyncTracked
public class Item {

    private static final BigDecimal PRICE = new BigDecimal("19.95");
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    private static final String DESCRIPTION =
            "A description of an ordinary length, as the catalogue of an ordinary shop would have it.";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    private String sku;
    private String name;
    private String description;
    private int quantity;

    @Column(precision = 12, scale = 2)
    private BigDecimal price;

    private String state;
    private Instant offeredAt;

    protected Item() {}

    /**
     * Creates an item.
     *
     * @param number tells it from others
     */
    public Item(int number) {
        sku = "SKU-" + (100_000 + number);
        name = "Item number " + number;
        description = DESCRIPTION;
        quantity = number % 100;
        price = PRICE;
        state = "ACTIVE";
        offeredAt = EPOCH.plusMillis(number);
    }

    /** Returns the key. */
    public Long id() {
        return id;
    }

    /** Takes one more into stock. */
    public void restock() {
        quantity++;
    }

    /** Returns everything it holds. */
    public ItemState toState() {
        return new ItemState(id, sku, name, description, quantity, price, state, offeredAt);
    }
}
