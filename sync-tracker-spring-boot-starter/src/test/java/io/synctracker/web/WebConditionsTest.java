package io.synctracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.ShopApplication;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** In which hosts there is an API. */
@ExtendWith(OutputCaptureExtension.class)
class WebConditionsTest {

    private static final String[] SETTINGS = {
        "spring.flyway.enabled=false",
        "spring.liquibase.enabled=false",
        "sync-tracker.relay.enabled=false",
        "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
    };

    /** Without those that are found by a file of services, which stays. */
    private static final Predicate<String> NO_SECURITY =
            name -> name.startsWith("org.springframework.security") && !name.endsWith("ThreadLocalAccessor");

    private final WebApplicationContextRunner host = new WebApplicationContextRunner()
            .withUserConfiguration(ShopApplication.class)
            .withPropertyValues(SETTINGS);

    private final WebApplicationContextRunner withoutSecurity =
            host.withClassLoader(new FilteredClassLoader(NO_SECURITY));

    @Test
    void a_host_with_spring_security_has_it() {
        host.run(context -> {
            assertThat(context).hasSingleBean(SystemController.class).hasSingleBean(OutboxController.class);
            assertThat(context.getBean(SyncTrackerAccess.class)).isInstanceOf(AuthorityAccess.class);
            assertThat(context.getBeansOfType(SecurityFilterChain.class)).hasSize(1);
        });
    }

    @Test
    void a_host_without_spring_security_is_told_once_how_to_have_it(CapturedOutput output) {
        withoutSecurity.run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(SystemController.class);
            assertThat(output.toString())
                    .containsOnlyOnce("The REST API of sync-tracker stays off")
                    .contains("sync-tracker.web.allow-anonymous=true");
        });
    }

    @Test
    void a_host_without_spring_security_can_let_everybody_in(CapturedOutput output) {
        withoutSecurity
                .withPropertyValues("sync-tracker.web.allow-anonymous=true")
                .run(context -> {
                    assertThat(context).hasSingleBean(SystemController.class);
                    assertThat(new Answers(context)
                                    .get("/sync-tracker/api/v1/outbox")
                                    .status())
                            .isEqualTo(200);
                    assertThat(new Answers(context)
                                    .get("/sync-tracker/api/v1/session")
                                    .text())
                            .contains("\"user\":null", "\"manage\":true", "\"csrf\":null");
                    assertThat(output.toString()).doesNotContain("stays off");
                });
    }

    @Test
    void where_nobody_is_known_an_address_is_held_to_the_limit() {
        withoutSecurity
                .withPropertyValues("sync-tracker.web.allow-anonymous=true", "sync-tracker.web.rate-limit.burst=1")
                .run(context -> {
                    Answers api = new Answers(context);
                    String path = "/sync-tracker/api/v1/outbox/4711/requeue";
                    assertThat(api.ask(MockMvcRequestBuilders.post(path)).status())
                            .isEqualTo(404);
                    assertThat(api.ask(MockMvcRequestBuilders.post(path)).status())
                            .isEqualTo(429);
                    assertThat(api.ask(MockMvcRequestBuilders.post(path).remoteAddress("203.0.113.7"))
                                    .status())
                            .isEqualTo(404);
                });
    }

    @Test
    void to_let_everybody_in_opens_nothing_that_spring_security_guards() {
        host.withPropertyValues("sync-tracker.web.allow-anonymous=true")
                .run(context -> assertThat(new Answers(context)
                                .get("/sync-tracker/api/v1/outbox")
                                .status())
                        .isEqualTo(401));
    }

    @Test
    void a_host_decides_itself_who_may() {
        withoutSecurity.withBean(SyncTrackerAccess.class, HeaderAccess::new).run(context -> {
            assertThat(context).hasSingleBean(SystemController.class);
            assertThat(context.getBean(SyncTrackerAccess.class)).isInstanceOf(HeaderAccess.class);
        });
    }

    @Test
    void a_host_can_do_without(CapturedOutput output) {
        withoutSecurity
                .withPropertyValues("sync-tracker.web.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(WebProperties.class));
        host.withPropertyValues("sync-tracker.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(WebProperties.class));
        assertThat(output.toString()).doesNotContain("stays off");
    }

    @Test
    void a_host_without_spring_mvc_starts_without() {
        host.withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(WebProperties.class));
    }

    @Test
    void a_host_without_web_starts_without() {
        new ApplicationContextRunner()
                .withUserConfiguration(ShopApplication.class)
                .withPropertyValues(SETTINGS)
                .withClassLoader(new FilteredClassLoader(NO_SECURITY
                        .or(name -> name.startsWith("jakarta.servlet"))
                        .or(name -> name.startsWith("org.springframework.web"))))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("syncTrackerSystemController"));
    }

    @Test
    void what_needs_runs_is_there_with_them() {
        host.run(context -> assertThat(context)
                .hasSingleBean(RunController.class)
                .hasSingleBean(EventStream.class)
                .hasSingleBean(SyncController.class)
                .hasSingleBean(ScheduleController.class)
                .hasSingleBean(ConnectionController.class)
                .hasSingleBean(SetAsideController.class));
    }

    @Test
    void a_host_that_sets_up_spring_mvc_itself_has_it_too() {
        withoutSecurity
                .withUserConfiguration(OwnMvc.class)
                .withPropertyValues("sync-tracker.web.allow-anonymous=true")
                .run(context -> {
                    assertThat(new Answers(context)
                                    .get("/sync-tracker/api/v1/outbox")
                                    .status())
                            .isEqualTo(200);
                    assertThat(new Answers(context)
                                    .get("/sync-tracker/api/v1/outbox/4711")
                                    .at("/code"))
                            .isEqualTo("unknown-entry");
                });
    }

    @Test
    void a_path_that_is_none_stops_the_start() {
        host.withPropertyValues("sync-tracker.web.base-path=sync/")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage(
                                "sync-tracker.web.base-path is sync/. Give it / and a name, such as /sync-tracker."));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    static class OwnMvc {}
}
