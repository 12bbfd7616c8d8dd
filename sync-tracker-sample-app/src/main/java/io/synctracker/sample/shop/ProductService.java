package io.synctracker.sample.shop;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with products. Knows nothing of other systems: that is the point. */
@Service
@Transactional
class ProductService {

    private final ProductRepository products;
    private final CategoryRepository categories;
    private final SyncStates states;

    ProductService(ProductRepository products, CategoryRepository categories, SyncStates states) {
        this.products = products;
        this.categories = categories;
        this.states = states;
    }

    @Transactional(readOnly = true)
    Page<ProductView> list(Pageable page) {
        return products.findAll(page).map(Product::view);
    }

    @Transactional(readOnly = true)
    ProductView get(long id) {
        return find(id).view();
    }

    ProductView create(NewProduct product) {
        Category category = categories
                .findByCode(product.category())
                .orElseThrow(() -> new NotFoundException("category", product.category()));
        return products.save(product.in(category)).view();
    }

    ProductView change(long id, ProductChange change) {
        Product product = find(id);
        product.apply(change);
        return product.view();
    }

    void delete(long id) {
        products.delete(find(id));
    }

    List<SyncView> sync(long id) {
        return states.of(find(id));
    }

    private Product find(long id) {
        return products.findById(id).orElseThrow(() -> new NotFoundException("product", id));
    }
}
