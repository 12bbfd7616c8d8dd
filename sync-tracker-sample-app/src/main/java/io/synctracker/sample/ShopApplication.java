package io.synctracker.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The shop. */
@EnableScheduling
@SpringBootApplication
@ConfigurationPropertiesScan
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
