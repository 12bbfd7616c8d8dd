package com.example.shop;

import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** Smaller pieces of docs/how-to/own-target.md. */
class Targets {

    // tag::own-target-results[]
    static DeliveryResult toResult(ResponseEntity<Map<String, String>> answer) {
        int status = answer.getStatusCode().value();
        if (status == 200 || status == 201) {
            Map<String, String> body = answer.getBody();
            return DeliveryResult.accepted(body.get("id"), Map.of("revision", body.get("revision")));
        }
        return switch (status) {
            case 409 -> DeliveryResult.conflicted("the shop holds a newer revision");
            case 429 -> DeliveryResult.deferred("too many calls", Duration.ofSeconds(30));
            case 500, 502, 503 -> DeliveryResult.deferred("the shop answered " + status);
            default -> DeliveryResult.rejected("the shop answered " + status);
        };
    }
    // end::own-target-results[]

    static class EntityTarget implements SyncTarget {

        private final RestClient shop = RestClient.create();

        @Override
        public String name() {
            return "shop";
        }

        // tag::own-target-entity[]
        @Override
        public DeliveryResult deliver(Delivery delivery) {
            String id = delivery.entity().id();
            String title = delivery.entityAs(Product.class)
                    .map(product -> product.name() + ", now " + product.price())
                    .orElse("gone");
            shop.put()
                    .uri("https://shop.example.com/titles/{id}", id)
                    .header("Idempotency-Key", delivery.id())
                    .body(title)
                    .retrieve()
                    .toBodilessEntity();
            return DeliveryResult.accepted();
        }
        // end::own-target-entity[]
    }
}
