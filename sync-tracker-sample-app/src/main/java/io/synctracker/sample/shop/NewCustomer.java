package io.synctracker.sample.shop;

import org.springframework.util.Assert;

/**
 * A customer to be added.
 *
 * @param name how to call them
 * @param email how to reach them, unique
 */
record NewCustomer(String name, String email) {

    NewCustomer {
        Assert.hasText(name, "name is missing");
        Assert.hasText(email, "email is missing");
    }
}
