package com.example.shop;

import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An application whose tests must not call its CRM. */
@SpringBootApplication
public class ShopApplication {

    @Bean
    SyncTarget crm() {
        return new CallsTheCrm();
    }

    /** The real target, which no test of this module may reach. */
    static final class CallsTheCrm implements SyncTarget {

        @Override
        public String name() {
            return "crm";
        }

        @Override
        public DeliveryResult deliver(io.synctracker.target.Delivery delivery) {
            throw new AssertionError("the real CRM was called");
        }
    }
}
