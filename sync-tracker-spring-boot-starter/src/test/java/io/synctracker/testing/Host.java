package io.synctracker.testing;

import com.example.plain.PlainApplication;
import com.example.shop.ShopApplication;
import io.synctracker.testdatabases.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts an application that uses the library, on an H2 database of its own unless the settings name another. */
public final class Host {

    private static final List<String> SECURITY = List.of(
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration");

    private final List<Class<?>> sources = new ArrayList<>();
    private final List<String> settings = new ArrayList<>(List.of(
            "spring.main.banner-mode=off",
            "spring.flyway.enabled=false",
            "spring.liquibase.enabled=false",
            "spring.jmx.enabled=false",
            "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));

    private WebApplicationType web = WebApplicationType.NONE;
    private boolean secured;

    private Host() {}

    public static Host shop() {
        return of(ShopApplication.class);
    }

    public static Host empty() {
        return of(PlainApplication.class);
    }

    public static Host of(Class<?> application) {
        return new Host().with(application);
    }

    public Host with(Class<?>... configurations) {
        sources.addAll(List.of(configurations));
        return this;
    }

    public Host set(String... more) {
        settings.addAll(List.of(more));
        return this;
    }

    /** Adds a web server on a free port, with every actuator endpoint. */
    public Host onTheWeb() {
        web = WebApplicationType.SERVLET;
        return set("server.port=0", "management.endpoints.web.exposure.include=*");
    }

    /** Lets Spring Security, which is on the class path, do its work. */
    public Host secured() {
        secured = true;
        return this;
    }

    /** Takes another database than one in memory. */
    public Host on(TestDatabase database) {
        return set(
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.user(),
                "spring.datasource.password=" + database.password(),
                "spring.datasource.hikari.maximum-pool-size=5",
                "spring.jpa.hibernate.ddl-auto=update");
    }

    public ConfigurableApplicationContext start() {
        if (!secured) {
            settings.add("spring.autoconfigure.exclude=" + String.join(",", SECURITY));
        }
        return new SpringApplicationBuilder(sources.toArray(Class[]::new))
                .web(web)
                .properties(settings.toArray(String[]::new))
                .run();
    }
}
