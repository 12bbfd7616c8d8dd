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

/** Customers over HTTP. */
@RestController
@RequestMapping("/customers")
class CustomerController {

    private final CustomerService customers;

    CustomerController(CustomerService customers) {
        this.customers = customers;
    }

    @GetMapping
    Page<CustomerView> list(Pageable page) {
        return customers.list(page);
    }

    @GetMapping("/{id}")
    CustomerView get(@PathVariable long id) {
        return customers.get(id);
    }

    @GetMapping("/{id}/sync")
    List<SyncView> sync(@PathVariable long id) {
        return customers.sync(id);
    }

    @PostMapping
    ResponseEntity<CustomerView> create(@RequestBody NewCustomer customer) {
        CustomerView created = customers.create(customer);
        return ResponseEntity.created(URI.create("/customers/" + created.id())).body(created);
    }

    @PatchMapping("/{id}")
    CustomerView change(@PathVariable long id, @RequestBody CustomerChange change) {
        return customers.change(id, change);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        customers.delete(id);
    }
}
