package io.synctracker.sample.catalogue;

import io.synctracker.sample.shop.Category;
import io.synctracker.sample.shop.Product;
import java.math.BigDecimal;

/**
 * One line of the catalogue.
 *
 * @param code ISO 3166-2
 * @param name as people there write it
 * @param type such as {@code Province}
 * @param part whether it lies in another region of the catalogue
 */
record Region(String code, String name, String type, boolean part) {

    private static final BigDecimal PRICE = new BigDecimal("8.90");
    private static final BigDecimal PRICE_OF_A_PART = new BigDecimal("6.90");
    private static final BigDecimal PURCHASE_PRICE = new BigDecimal("3.50");

    static Region parse(String line) {
        String[] fields = line.split("\t", -1);
        return new Region(fields[0], fields[1], fields[2], fields[3].equals("part"));
    }

    /** Returns the code of the country that it belongs to. */
    String country() {
        return code.substring(0, 2);
    }

    /** Returns a map of it. Prices are a rule of this sample, not data: a smaller region costs less. */
    Product map(Category category) {
        return new Product(
                code, "Map of " + name + " (" + type + ")", part ? PRICE_OF_A_PART : PRICE, PURCHASE_PRICE, category);
    }
}
