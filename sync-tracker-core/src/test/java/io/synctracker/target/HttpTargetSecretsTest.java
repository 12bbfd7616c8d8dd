package io.synctracker.target;

import static io.synctracker.target.HttpTargets.crm;
import static io.synctracker.target.HttpTargets.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.target.DeliveryResult.Deferred;
import io.synctracker.testing.StubSystem;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpTargetSecretsTest {

    private static final String BASIC = "bWU6cDRzc3dvcmQ=";

    private final StubSystem system = new StubSystem();
    private final HttpTargetOptions options = HttpTargetOptions.to(system.url() + "/in?sig=qu3ry")
            .withHeader("X-Key", Secret.of("h3ader"))
            .withAuthentication(HttpAuthentication.basic("me", Secret.of("p4ssword")))
            .withMessage(HttpMessage.DEFAULT.withSigningSecrets(Secret.of("s1gning")));

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void no_text_of_ours_shows_a_secret() {
        List<Object> texts =
                List.of(options, crm(options), options.message(), options.authentication(), Secret.of("p4ssword"));

        assertThat(texts).extracting(Object::toString).noneMatch(HttpTargetSecretsTest::tells);
    }

    @Test
    void options_that_are_refused_later_show_no_password_either() {
        assertThat(HttpTargetOptions.to("https://me:p4ss/word@crm.test/in"))
                .asString()
                .doesNotContain("p4ss");
    }

    @Test
    void a_reason_hides_every_secret_that_the_answer_repeats() throws Exception {
        system.answer(400, "h3ader p4ssword s1gning qu3ry " + BASIC + " Basic " + BASIC + " rest");

        String reason = reason(crm(options).deliver(HttpDelivery.create()));

        assertThat(tells(reason)).isFalse();
        assertThat(reason).contains("[hidden]", "rest");
    }

    @Test
    void a_reason_hides_a_token_that_is_renewed() throws Exception {
        system.answer(401, "token-1 has expired");
        Secret token = Secret.from(() -> "token-1");

        assertThat(reason(crm(options.withAuthentication(HttpAuthentication.bearer(token)))
                        .deliver(HttpDelivery.create())))
                .contains("[hidden] has expired");
    }

    @Test
    void a_source_that_fails_defers_and_its_message_is_not_repeated() throws Exception {
        Secret broken = Secret.from(() -> {
            throw new IllegalStateException("vault says p4ssword");
        });

        DeliveryResult result = crm(options.withHeader("X-Vault", broken)).deliver(HttpDelivery.create());

        assertThat(result).isInstanceOf(Deferred.class);
        assertThat(reason(result)).contains("X-Vault", "IllegalStateException").doesNotContain("p4ssword");
        assertThat(system.seen()).isEmpty();
    }

    @Test
    void a_source_that_gives_a_line_break_defers_and_injects_no_header() throws Exception {
        Secret torn = Secret.from(() -> "p4ssword\r\nX-Evil: 1");

        DeliveryResult result = crm(options.withHeader("X-Torn", torn)).deliver(HttpDelivery.create());

        assertThat(result).isInstanceOf(Deferred.class);
        assertThat(reason(result)).contains("X-Torn").doesNotContain("p4ssword");
        assertThat(system.seen()).isEmpty();
    }

    @Test
    void a_source_that_gives_no_signing_key_defers() throws Exception {
        HttpMessage message = HttpMessage.DEFAULT.withSigningSecrets(Secret.from(() -> "whsec_p4ssword!"));

        DeliveryResult result = crm(options.withMessage(message)).deliver(HttpDelivery.create());

        assertThat(result).isInstanceOf(Deferred.class);
        assertThat(reason(result)).doesNotContain("p4ssword");
    }

    private static boolean tells(String text) {
        return List.of("h3ader", "p4ssword", "s1gning", "qu3ry", BASIC).stream().anyMatch(text::contains);
    }
}
