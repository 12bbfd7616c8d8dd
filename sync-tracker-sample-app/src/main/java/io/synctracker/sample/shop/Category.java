package io.synctracker.sample.shop;

import io.synctracker.SyncTracked;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A shelf of the shop: one country. Reaches every system before the products on it do. */
@Entity
@SyncTracked
public class Category {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String code;

    private String name;

    /** For Hibernate. */
    protected Category() {}

    /**
     * Makes a category that is not saved yet.
     *
     * @param code the country's ISO 3166-1 code
     * @param name the country's name
     */
    public Category(String code, String name) {
        this.code = code;
        this.name = name;
    }

    String code() {
        return code;
    }
}
