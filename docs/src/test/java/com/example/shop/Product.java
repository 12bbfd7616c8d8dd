package com.example.shop;

import io.synctracker.SyncTracked;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.math.BigDecimal;

@Entity
@SyncTracked(name = "product")
class Product {

    @Id
    @GeneratedValue
    private Long id;

    private String name;
    private BigDecimal price;

    protected Product() {}

    Product(String name, BigDecimal price) {
        this.name = name;
        this.price = price;
    }

    Long id() {
        return id;
    }

    String name() {
        return name;
    }

    BigDecimal price() {
        return price;
    }

    void change(String newName, BigDecimal newPrice) {
        this.name = newName;
        this.price = newPrice;
    }
}
