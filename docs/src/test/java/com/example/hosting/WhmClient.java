package com.example.hosting;

import java.util.Map;
import java.util.Optional;

/** The client of a hosting company. */
interface WhmClient {

    /** A mailbox there. */
    record Account(String id, Map<String, Object> fields) {}

    Optional<Account> find(String id);

    Account create(Map<String, Object> fields, String requestId);

    Account change(String id, Map<String, Object> fields);

    void remove(String id);
}
