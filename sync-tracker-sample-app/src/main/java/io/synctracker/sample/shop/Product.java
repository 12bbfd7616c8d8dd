package io.synctracker.sample.shop;

import io.synctracker.SyncIgnored;
import io.synctracker.SyncTracked;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;

/** A map of a region. */
@Entity
@SyncTracked
public class Product {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String sku;

    private String name;

    private BigDecimal price;

    /** Nobody else's business: never sent, and a change of it alone is no change. */
    @SyncIgnored
    private BigDecimal purchasePrice;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Category category;

    /** For Hibernate. */
    protected Product() {}

    /**
     * Makes a product that is not saved yet.
     *
     * @param sku unique; the region's ISO 3166-2 code
     * @param name what it is called
     * @param price what customers pay, in euros
     * @param purchasePrice what the shop pays, in euros
     * @param category where it belongs, saved
     */
    public Product(String sku, String name, BigDecimal price, BigDecimal purchasePrice, Category category) {
        this.sku = sku;
        this.name = name;
        this.price = price;
        this.purchasePrice = purchasePrice;
        this.category = category;
    }

    /**
     * Changes what is given.
     *
     * @param change {@code null} parts stay as they are
     */
    public void apply(ProductChange change) {
        name = change.name() == null ? name : change.name();
        price = change.price() == null ? price : change.price();
        purchasePrice = change.purchasePrice() == null ? purchasePrice : change.purchasePrice();
    }

    ProductView view() {
        return new ProductView(id, sku, name, price, purchasePrice, category.code());
    }
}
