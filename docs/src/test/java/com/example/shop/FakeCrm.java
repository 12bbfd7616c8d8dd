package com.example.shop;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A CRM in memory, with a clock of its own that a test moves by changing something. */
@Component
class FakeCrm implements CrmClient {

    final Map<String, Contact> contacts = new LinkedHashMap<>();
    int calls;
    private Instant now = Instant.EPOCH;
    private int lastId;

    void clear() {
        contacts.clear();
        calls = 0;
    }

    /** Changes a contact on the CRM's own side. */
    Contact edit(String id, String name) {
        Contact contact = new Contact(id, name, "there@example.com", tick());
        contacts.put(id, contact);
        return contact;
    }

    @Override
    public Contact create(String idempotencyKey, Map<String, @Nullable Object> fields) {
        calls++;
        Contact contact = contact("C" + ++lastId, fields);
        contacts.put(contact.id(), contact);
        return contact;
    }

    @Override
    public Instant update(String id, Map<String, @Nullable Object> fields) {
        calls++;
        contacts.put(id, contact(id, fields));
        return contacts.get(id).updatedAt();
    }

    @Override
    public void delete(String id) {
        calls++;
        contacts.remove(id);
    }

    @Override
    public Optional<Contact> find(String id) {
        return Optional.ofNullable(contacts.get(id));
    }

    private Contact contact(String id, Map<String, @Nullable Object> fields) {
        return new Contact(id, String.valueOf(fields.get("name")), String.valueOf(fields.get("email")), tick());
    }

    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }
}
