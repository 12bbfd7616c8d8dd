package io.synctracker.sample.shop;

import java.net.URI;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Products over HTTP. */
@RestController
@RequestMapping("/products")
class ProductController {

    private final ProductService products;

    ProductController(ProductService products) {
        this.products = products;
    }

    @GetMapping
    Page<ProductView> list(Pageable page) {
        return products.list(page);
    }

    @GetMapping("/{id}")
    ProductView get(@PathVariable long id) {
        return products.get(id);
    }

    @GetMapping("/{id}/sync")
    List<SyncView> sync(@PathVariable long id) {
        return products.sync(id);
    }

    @PostMapping
    ResponseEntity<ProductView> create(@RequestBody NewProduct product) {
        ProductView created = products.create(product);
        return ResponseEntity.created(URI.create("/products/" + created.id())).body(created);
    }

    @PatchMapping("/{id}")
    ProductView change(@PathVariable long id, @RequestBody ProductChange change) {
        return products.change(id, change);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        products.delete(id);
    }
}
