package io.synctracker.sample.shop;

import java.math.BigDecimal;

/**
 * A product as the API shows it.
 *
 * @param id its id here
 * @param sku unique
 * @param name what it is called
 * @param price what customers pay, in euros
 * @param purchasePrice what the shop pays, in euros
 * @param category the code of its category
 */
record ProductView(Long id, String sku, String name, BigDecimal price, BigDecimal purchasePrice, String category) {}
