package io.synctracker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Product;
import com.example.shop.ShopApplication;
import io.synctracker.connector.ConnectionTest;
import io.synctracker.connector.Connections;
import io.synctracker.connector.Connector;
import io.synctracker.connector.FetchRequest;
import io.synctracker.connector.RecordPage;
import io.synctracker.connector.RemoteRecord;
import io.synctracker.connector.StreamBinding;
import io.synctracker.job.SyncJobs;
import io.synctracker.schedule.Cadence;
import io.synctracker.schedule.DateRange;
import io.synctracker.schedule.ScheduleDraft;
import io.synctracker.schedule.Schedules;
import io.synctracker.testing.Host;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.env.MockEnvironment;

class RunCommandTest {

    private final ConfigurableApplicationContext host =
            Host.of(ShopApplication.class).with(Network.class).start();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void a_connection_is_pulled_and_the_code_says_so() {
        assertThat(run("network", false)).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_schedule_is_run_though_it_is_disabled() {
        schedule("nightly", "network");

        assertThat(run("nightly", false)).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_run_that_fails_ends_with_another_code() {
        host.getBean(Network.Broken.class).broken = true;

        assertThat(run("network", false)).isEqualTo(ExitCode.NOT_DONE);
    }

    @Test
    void a_name_that_nothing_has_is_refused() {
        assertThat(run("nobody", false)).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void a_name_that_both_have_must_say_which() {
        schedule("network", "network");

        assertThat(run("network", false)).isEqualTo(ExitCode.REFUSED);
        assertThat(run("connection:network", true)).isEqualTo(ExitCode.DONE);
        assertThat(run("schedule:network", true)).isEqualTo(ExitCode.DONE);
    }

    @Test
    void an_application_that_does_one_run_has_no_web_server_and_no_relay() {
        MockEnvironment environment = new MockEnvironment().withProperty("sync-tracker.run", "network");

        new RunEnvironment().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("spring.main.web-application-type")).isEqualTo("none");
        assertThat(environment.getProperty("sync-tracker.relay.enabled")).isEqualTo("false");
    }

    @Test
    void any_other_application_is_left_as_it_is() {
        StandardEnvironment environment = new StandardEnvironment();

        new RunEnvironment().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getPropertySources().contains("sync-tracker-run"))
                .isFalse();
    }

    private ExitCode run(String name, boolean force) {
        return new RunCommand(
                        new RunRequest(name, force),
                        host.getBean(SyncJobs.class),
                        host.getBean(Connections.class),
                        host.getBean(Schedules.class),
                        code -> {})
                .run();
    }

    private void schedule(String name, String connection) {
        host.getBean(Schedules.class)
                .create(
                        new ScheduleDraft(
                                name,
                                List.of(connection),
                                null,
                                new Cadence.Every(Duration.ofHours(1)),
                                ZoneId.of("UTC"),
                                DateRange.ALL,
                                0,
                                false),
                        null);
    }

    @Configuration(proxyBeanMethods = false)
    static class Network {

        @Bean
        Broken network() {
            return new Broken();
        }

        @Bean
        StreamBinding<Product> goods() {
            return StreamBinding.of("network", "goods", Product.class);
        }

        /** Has one record, or fails for good. */
        static final class Broken implements Connector {

            volatile boolean broken;

            @Override
            public String name() {
                return "network";
            }

            @Override
            public List<String> streams() {
                return List.of("goods");
            }

            @Override
            public ConnectionTest test() {
                return new ConnectionTest(true, "It answers", Duration.ZERO);
            }

            @Override
            public RecordPage fetch(FetchRequest request) {
                if (broken) {
                    throw new io.synctracker.connector.InvalidConnectionException("The network lets nobody in");
                }
                return RecordPage.last(List.of(RemoteRecord.of("n-1", Map.of("name", "Tea"))));
            }
        }
    }
}
