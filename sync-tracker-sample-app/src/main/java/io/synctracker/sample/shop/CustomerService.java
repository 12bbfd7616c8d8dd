package io.synctracker.sample.shop;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with customers. */
@Service
@Transactional
class CustomerService {

    private final CustomerRepository customers;
    private final SyncStates states;

    CustomerService(CustomerRepository customers, SyncStates states) {
        this.customers = customers;
        this.states = states;
    }

    @Transactional(readOnly = true)
    Page<CustomerView> list(Pageable page) {
        return customers.findAll(page).map(Customer::view);
    }

    @Transactional(readOnly = true)
    CustomerView get(long id) {
        return find(id).view();
    }

    CustomerView create(NewCustomer customer) {
        return customers.save(new Customer(customer.name(), customer.email())).view();
    }

    CustomerView change(long id, CustomerChange change) {
        Customer customer = find(id);
        customer.apply(change);
        return customer.view();
    }

    void delete(long id) {
        customers.delete(find(id));
    }

    List<SyncView> sync(long id) {
        return states.of(find(id));
    }

    private Customer find(long id) {
        return customers.findById(id).orElseThrow(() -> new NotFoundException("customer", id));
    }
}
