package com.example.shop;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whatever an application uses to talk to its CRM. */
interface CrmClient {

    Contact create(String idempotencyKey, Map<String, @Nullable Object> fields);

    /** Replaces the fields; returns when, by the CRM's clock. */
    Instant update(String id, Map<String, @Nullable Object> fields);

    void delete(String id);

    Optional<Contact> find(String id);

    /** A contact as the CRM has it. */
    record Contact(String id, String name, String email, Instant updatedAt) {}
}
