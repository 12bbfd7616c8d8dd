package io.synctracker.target;

import java.time.Clock;
import org.springframework.context.annotation.Bean;

/** The code of docs/how-to/http-target.md. */
class RenewedTokenExample {

    // tag::renewed-token[]
    @Bean
    SyncTarget crm(TokenService tokens) {
        Secret token = Secret.from(tokens::current);
        return HttpTarget.of(
                "crm",
                HttpTargetOptions.to("https://crm.example.com/api/products")
                        .withAuthentication(HttpAuthentication.bearer(token)),
                Clock.systemUTC());
    }
    // end::renewed-token[]

    interface TokenService {
        String current();
    }
}
