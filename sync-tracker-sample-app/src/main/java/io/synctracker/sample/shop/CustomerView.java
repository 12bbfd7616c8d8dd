package io.synctracker.sample.shop;

/**
 * A customer as the API shows them.
 *
 * @param id their id here
 * @param name how to call them
 * @param email how to reach them
 */
record CustomerView(Long id, String name, String email) {}
