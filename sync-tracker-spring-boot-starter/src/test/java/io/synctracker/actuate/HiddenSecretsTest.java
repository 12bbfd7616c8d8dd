package io.synctracker.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testing.ActuatorClient;
import io.synctracker.testing.Host;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** A host that shows all values on its actuator, as hosts do that hide the actuator itself. */
class HiddenSecretsTest {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private static ConfigurableApplicationContext application;
    private static ActuatorClient actuator;

    @BeforeAll
    static void start() {
        application = Host.shop()
                .onTheWeb()
                .set("management.endpoint.env.show-values=always", "management.endpoint.configprops.show-values=always")
                .set("sync-tracker.encryption.active-key=k1", "sync-tracker.encryption.keys.k1=" + KEY)
                .set("sync-tracker.targets.crm.http.url=http://localhost:1/products")
                .set("sync-tracker.targets.crm.http.authentication.bearer-token=t0p-secret")
                .set("sync-tracker.targets.crm.http.headers.X-Key=t0p-secret")
                .set("sync-tracker.targets.crm.http.message.signing-secrets[0]=t0p-secret")
                .start();
        actuator = new ActuatorClient(application);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "configprops"})
    void no_page_of_the_actuator_shows_a_secret(String page) {
        ActuatorClient.Answer answer = actuator.get(page);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("http://localhost:1/products").doesNotContain("t0p-secret", KEY);
    }
}
