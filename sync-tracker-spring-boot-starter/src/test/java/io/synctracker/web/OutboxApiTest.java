package io.synctracker.web;

import static io.synctracker.web.RunApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Product;
import com.example.shop.ProductRepository;
import io.synctracker.testing.ApiClient.Answer;
import io.synctracker.testing.Log;
import io.synctracker.tracking.SyncTracker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxApiTest extends ApiHost {

    private Log log;

    @BeforeEach
    void clearLog() {
        log = new Log(application);
        log.clear();
    }

    @Test
    void entries_are_found_by_filter_and_page() {
        log.pending();
        log.failed("no such customer");
        long newest = log.failed("boom");
        Answer page = api.get("/outbox?status=failed&target=crm&type=Product&limit=1");
        assertThat(page.json().at("/items/0/id").asLong()).isEqualTo(newest);
        assertThat(page.at("/items/0/status")).isEqualTo("failed");
        Answer next = api.get("/outbox?status=failed&limit=1&before=" + page.at("/next"));
        assertThat(next.at("/items/0/error")).isEqualTo("no such customer");
    }

    @Test
    void a_failed_entry_is_requeued_and_another_is_not() {
        long id = log.failed("boom");
        assertThat(api.post("/outbox/" + id + "/requeue").at("/status")).isEqualTo("pending");
        assertProblem(api.post("/outbox/" + id + "/requeue"), 409, "conflict");
        assertProblem(api.post("/outbox/4711/requeue"), 404, "unknown-entry");
    }

    @Test
    void an_entry_is_abandoned_once_and_with_a_reason() {
        long id = log.failed("boom");
        assertProblem(api.post("/outbox/" + id + "/abandon", "{}"), 422, "invalid-value");
        Answer answer = api.post("/outbox/" + id + "/abandon", "{\"note\": \"typed in by hand\"}");
        assertThat(answer.at("/outcome")).isEqualTo("abandoned");
        assertThat(answer.at("/note")).contains("typed in by hand");
        assertProblem(api.post("/outbox/" + id + "/abandon", "{\"note\": \"again\"}"), 409, "conflict");
    }

    @Test
    void a_target_is_paused_and_resumed() {
        assertThat(api.post("/targets/crm/pause", "{\"note\": \"maintenance\"}").at("/pausedNote"))
                .isEqualTo("maintenance");
        assertThat(api.get("/targets/crm").json().at("/paused").asBoolean()).isTrue();
        assertThat(api.post("/targets/crm/resume").json().at("/paused").asBoolean())
                .isFalse();
        assertProblem(api.post("/targets/erp/resume"), 404, "unknown-target");
        assertProblem(api.get("/targets/erp"), 404, "unknown-target");
    }

    @Test
    void the_outbox_is_counted() {
        log.pending();
        log.failed("boom");
        Answer answer = api.get("/outbox/stats");
        assertThat(answer.json().at("/statistics/total").asInt()).isEqualTo(2);
        assertThat(answer.at("/targets/0/name")).isEqualTo("crm");
        assertThat(api.get("/targets").json().at("/items")).hasSize(1);
    }

    @Test
    void an_entity_stands_somewhere_in_each_system() {
        Product product = application.getBean(ProductRepository.class).save(new Product("a thing"));
        Answer fresh = api.get("/entities/Product/" + product.getId());
        assertThat(fresh.json().at("/states")).isEmpty();
        assertThat(fresh.at("/neverSynced/0")).isEqualTo("crm");
        application.getBean(SyncTracker.class).markAsSynced(product, "c-1", "crm");
        Answer synced = api.get("/entities/Product/" + product.getId());
        assertThat(synced.at("/states/0/status")).isEqualTo("synced");
        assertThat(synced.at("/states/0/externalId")).isEqualTo("c-1");
        assertThat(synced.json().at("/neverSynced")).isEmpty();
    }

    @Test
    void a_deleted_entity_is_still_known() {
        ProductRepository products = application.getBean(ProductRepository.class);
        Product product = products.save(new Product("a thing"));
        application.getBean(SyncTracker.class).markAsSynced(product, "c-2", "crm");
        products.delete(product);
        assertThat(api.get("/entities/Product/" + product.getId()).at("/states/0/deletedAt"))
                .startsWith("20");
    }

    @Test
    void a_type_is_a_logical_name_and_no_class() {
        assertProblem(api.get("/entities/com.example.shop.Product/1"), 404, "unknown-type");
        assertThat(api.get("/entities/Customer/1").at("/detail")).contains("There are: Product.");
        assertProblem(api.get("/entities/Product/4711"), 404, "unknown-entity");
    }

    @Test
    void what_was_set_aside_and_what_conflicts_is_listed() {
        assertThat(api.get("/set-asides?system=awin").at("/items/0/reason")).isEqualTo("It has no id.");
        assertThat(api.get("/conflicts").at("/items/0/remote/code")).isEqualTo("B");
        assertThat(api.get("/conflicts?undecided=true").json().at("/items")).isEmpty();
        assertProblem(api.get("/conflicts?undecided=maybe"), 400, "invalid-parameter");
    }

    @Test
    void the_settings_show_the_engine_and_no_secret() {
        Answer answer = api.get("/settings");
        assertThat(answer.at("/retention/entries")).isEqualTo("PT168H");
        assertThat(answer.at("/queue/engine")).isEqualTo("memory");
        assertThat(answer.json().at("/queue/lagMillis").asInt()).isEqualTo(3000);
        assertThat(answer.at("/versions/springBoot")).startsWith("4.");
    }
}
