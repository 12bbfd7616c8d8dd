package io.synctracker.testdatabases;

/** A database that sync-tracker is tested on. Its {@code toString} is the product's own spelling. */
public enum Vendor {
    /** H2 in memory: runs everywhere, without a server. */
    H2("H2"),
    /** PostgreSQL. */
    POSTGRESQL("PostgreSQL"),
    /** MariaDB. */
    MARIADB("MariaDB");

    private final String product;

    Vendor(String product) {
        this.product = product;
    }

    @Override
    public String toString() {
        return product;
    }
}
