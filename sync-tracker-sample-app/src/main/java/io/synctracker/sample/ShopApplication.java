package io.synctracker.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The shop. */
@SpringBootApplication
public class ShopApplication {

    /**
     * Starts the shop.
     *
     * @param arguments Spring Boot's command line arguments
     */
    public static void main(String[] arguments) {
        SpringApplication.run(ShopApplication.class, arguments);
    }
}
