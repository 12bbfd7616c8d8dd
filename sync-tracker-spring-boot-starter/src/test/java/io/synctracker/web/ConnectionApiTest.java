package io.synctracker.web;

import static io.synctracker.web.RunApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testing.ApiClient.Answer;
import org.junit.jupiter.api.Test;

class ConnectionApiTest extends ApiHost {

    private static final String SHOP =
            "{\"name\": \"shop\", \"kind\": \"http\", \"settings\": {\"url\": \"https://a.example\", \"token\": \"s3cret\"}}";

    @Test
    void a_connection_is_stored_and_its_secret_never_comes_out() {
        Answer made = api.post("/connections", SHOP);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("connections/shop");
        assertThat(made.at("/owner")).isEqualTo("ada");
        assertThat(made.text()
                        + api.get("/connections").text()
                        + api.get("/connections/shop").text())
                .contains("***")
                .doesNotContain("s3cret");
    }

    @Test
    void a_secret_is_in_no_problem() {
        String broken = SHOP.replace("\"url\": \"https://a.example\", ", "").replace("}}", "}, \"s3cret2\": 1}");
        assertThat(api.post("/connections", SHOP.replace("\"url\"", "\"uri\"")).text())
                .doesNotContain("s3cret");
        assertThat(api.post("/connections", SHOP.replace("{\"url", "[{\"url").replace("}}", "}]}"))
                        .text())
                .contains("'settings'")
                .doesNotContain("s3cret");
        assertThat(api.post("/connections", broken).status()).isEqualTo(422);
        assertThat(api.post("/connections", SHOP.replace("}}", "")).text()).doesNotContain("s3cret\"");
    }

    @Test
    void a_connection_is_changed_and_forgotten() {
        api.post("/connections", SHOP);
        Answer changed = api.put(
                "/connections/shop", "{\"kind\": \"http\", \"enabled\": false, \"settings\": {\"url\": \"x\"}}");
        assertThat(changed.json().at("/enabled").asBoolean()).isFalse();
        assertThat(api.delete("/connections/shop").status()).isEqualTo(204);
        assertProblem(api.get("/connections/shop"), 404, "unknown-connection");
    }

    @Test
    void a_connection_keeps_its_name() {
        api.post("/connections", SHOP);
        assertThat(api.put("/connections/shop", SHOP.replace("shop", "store")).at("/errors/0/field"))
                .isEqualTo("name");
    }

    @Test
    void what_the_application_declares_is_not_changed_here() {
        assertProblem(api.put("/connections/awin", SHOP.replace("shop", "awin")), 409, "conflict");
        assertProblem(api.delete("/connections/awin"), 409, "conflict");
    }

    @Test
    void a_name_is_taken_once() {
        assertProblem(api.post("/connections", SHOP.replace("shop", "awin")), 409, "conflict");
    }

    @Test
    void a_setting_that_is_missing_is_named() {
        Answer answer = api.post("/connections", "{\"name\": \"shop\", \"kind\": \"http\"}");
        assertProblem(answer, 422, "invalid-value");
        assertThat(answer.at("/detail")).contains("has no url");
    }

    @Test
    void a_test_that_fails_is_an_answer() {
        Answer answer = api.post("/connections/sleeping/test");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo("{\"successful\":false,\"message\":\"401 Unauthorized\",\"tookMillis\":12}");
    }

    @Test
    void a_connection_that_is_not_there_is_a_404() {
        assertProblem(api.post("/connections/nobody/test"), 404, "unknown-connection");
        assertProblem(api.put("/connections/nobody", SHOP), 404, "unknown-connection");
        assertProblem(api.delete("/connections/nobody"), 404, "unknown-connection");
    }
}
