package io.synctracker.sample.shop;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * A product to be added to the shop.
 *
 * @param sku unique
 * @param name what it is called
 * @param price what customers pay, in euros
 * @param purchasePrice what the shop pays, in euros; the price if it is {@code null}
 * @param category the code of its category
 */
record NewProduct(
        String sku, String name, BigDecimal price, @Nullable BigDecimal purchasePrice, String category) {

    NewProduct {
        Assert.hasText(sku, "sku is missing");
        Assert.hasText(name, "name is missing");
        Assert.notNull(price, "price is missing");
        Assert.hasText(category, "category is missing");
    }

    Product in(Category shelf) {
        return new Product(sku, name, price, requireNonNullElse(purchasePrice, price), shelf);
    }
}
