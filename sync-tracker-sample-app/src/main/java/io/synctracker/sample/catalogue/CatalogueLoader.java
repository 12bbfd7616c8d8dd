package io.synctracker.sample.catalogue;

import io.synctracker.sample.shop.Category;
import io.synctracker.sample.shop.CategoryRepository;
import io.synctracker.sample.shop.Product;
import io.synctracker.sample.shop.ProductRepository;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Loads what is not there yet, one country with all its regions in one transaction: a start that is interrupted goes
 * on with the next country, and what is deleted from the shop does not come back.
 */
@Component
class CatalogueLoader implements ApplicationRunner {

    private static final Logger LOGGER = LoggerFactory.getLogger(CatalogueLoader.class);

    private final CategoryRepository categories;
    private final ProductRepository products;
    private final TransactionOperations transactions;
    private final int countries;

    CatalogueLoader(
            CategoryRepository categories,
            ProductRepository products,
            TransactionOperations transactions,
            @Value("${shop.catalogue.countries}") int countries) {
        this.categories = categories;
        this.products = products;
        this.transactions = transactions;
        this.countries = countries;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Catalogue catalogue = Catalogue.read();
        catalogue.countries(
                countries,
                (code, name) -> transactions.executeWithoutResult(
                        status -> load(new Category(code, name), code, catalogue.regions(code))));
        LOGGER.info("The shop has {} products in {} categories", products.count(), categories.count());
    }

    private void load(Category category, String code, List<Region> regions) {
        if (categories.existsByCode(code)) {
            return;
        }
        Category saved = categories.save(category);
        List<Product> maps = regions.stream().map(region -> region.map(saved)).toList();
        products.saveAll(maps);
    }
}
