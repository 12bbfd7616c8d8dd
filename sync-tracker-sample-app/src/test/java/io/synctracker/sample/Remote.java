package io.synctracker.sample;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The CRM or the ERP, looked at from outside. */
final class Remote {

    private final String name;
    private final Http http;
    private final Http desk;

    Remote(String name, URI url, URI desk) {
        this.name = name;
        this.http = new Http(url);
        this.desk = new Http(desk);
    }

    Stream<JsonNode> records(String type) {
        return http.get("/records/" + type).valueStream();
    }

    /** Finds the one record of a product; more than one is an error. */
    Optional<JsonNode> product(String sku) {
        return records("Product")
                .filter(record -> record.at("/data/sku").asString().equals(sku))
                .reduce((one, other) -> {
                    throw new AssertionError(name + " has " + sku + " twice");
                });
    }

    String nameOf(String sku) {
        return product(sku).map(record -> record.at("/data/name").asString()).orElse("");
    }

    int writes(String sku) {
        return product(sku).orElseThrow().at("/writes").asInt();
    }

    long calls() {
        return http.get("/calls").at("/count").asLong();
    }

    /** Has it be {@code up}, {@code down}, {@code slow}, {@code fail} or {@code throttle}. */
    void be(String state) {
        desk.post("/" + name + "/" + state, "");
    }

    /** Changes a record as its own users do, and returns how the shop answered the webhook. */
    String change(String sku, String json) {
        String id = product(sku).orElseThrow().at("/id").asString();
        return desk.post("/" + name + "/records/" + id, json).at("/webhook").asString();
    }
}
