package io.synctracker.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.synctracker.sample.systems.ExternalSystems;
import io.synctracker.sample.systems.ExternalSystems.Ports;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What happens in a day of the shop, over real sockets. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ScenarioContract {

    private static final LocalDate FIRST_OF_LAST_MONTH =
            LocalDate.now(ZoneOffset.UTC).minusMonths(1).withDayOfMonth(1);
    private static final LocalDate LAST_OF_LAST_MONTH =
            FIRST_OF_LAST_MONTH.plusMonths(1).minusDays(1);

    private final ExternalSystems systems = ExternalSystems.start(new Ports(0, 0, 0, 0), "demo-webhook-secret");
    private final Remote crm = new Remote("crm", systems.crm(), systems.desk());
    private final Remote network = new Remote("network", systems.network(), systems.desk());
    private final Remote erp = new Remote("erp", systems.erp(), systems.desk());
    private Shop shop;
    private String sku;

    /** The command line arguments that name an empty database. */
    abstract List<String> database();

    /** Drops the database, which nobody uses any more. */
    abstract void drop();

    @BeforeAll
    void open() {
        shop = Shop.start(database(), systems);
        awaitDrained();
    }

    @BeforeEach
    void name(TestInfo test) {
        sku = test.getTestMethod().orElseThrow().getName();
    }

    @AfterEach
    void repair() {
        crm.be("up");
        network.be("up");
        awaitDrained();
    }

    @AfterAll
    void close() {
        shop.close();
        systems.close();
        drop();
    }

    @Test
    void the_catalogue_reaches_both_systems_and_each_map_knows_its_category_there() {
        long products =
                shop.http().get("/products?size=1").at("/page/totalElements").asLong();
        assertThat(products).isPositive();
        assertThat(erp.records("Product")).hasSameSizeAs(crm.records("Product").toList());
        assertThat(crm.records("Product").count()).isEqualTo(products);
        assertThat(crm.records("Product"))
                .extracting(product -> product.at("/data/category/externalId").asString())
                .isSubsetOf(crm.records("Category")
                        .map(category -> category.at("/id").asString())
                        .toList());
    }

    @Test
    void a_new_product_is_delivered_and_its_id_there_is_known_here() {
        long id = Shop.add(shop.http(), sku, "Map");
        soon().until(() -> crm.product(sku).isPresent() && erp.product(sku).isPresent());
        awaitDrained();
        assertThat(shop.sync(id, "crm").at("/status").asString()).isEqualTo("SYNCED");
        assertThat(shop.sync(id, "crm").at("/externalId").asString())
                .isEqualTo(crm.product(sku).orElseThrow().at("/id").asString());
    }

    @Test
    void what_changes_while_the_crm_is_down_waits_and_each_product_is_then_sent_once() {
        List<Long> ids = IntStream.range(0, 5)
                .mapToObj(i -> Shop.add(shop.http(), sku + i, "Map"))
                .toList();
        awaitDrained();
        long recorded = shop.recorded("crm");
        crm.be("down");
        ids.forEach(id -> IntStream.rangeClosed(1, 4).forEach(i -> shop.change(id, "{\"name\": \"Map " + i + "\"}")));
        assertThat(shop.recorded("crm") - recorded).isEqualTo(20);
        assertThat(shop.waiting("crm")).isGreaterThanOrEqualTo(5);
        soon().until(() -> shop.waiting("erp") == 0);
        assertThat(shop.sync(ids.get(0), "crm").at("/status").asString()).isIn("PENDING", "FAILED");
        crm.be("up");
        awaitDrained();
        assertThat(IntStream.range(0, 5)).allSatisfy(i -> {
            assertThat(crm.nameOf(sku + i)).isEqualTo("Map 4");
            assertThat(crm.writes(sku + i)).isEqualTo(2);
        });
    }

    @Test
    void the_purchases_of_last_month_are_pulled_with_their_campaigns_and_are_sent_to_nobody() {
        long recorded = shop.recorded("crm");

        JsonNode run = shop.pull("previous_month");

        assertThat(run.at("/status").asString()).isEqualTo("success");
        assertThat(run.at("/counts/created").asLong()
                        + run.at("/counts/unchanged").asLong())
                .isGreaterThan(600);
        assertThat(shop.http()
                        .get("/sales?from=" + FIRST_OF_LAST_MONTH + "&to=" + LAST_OF_LAST_MONTH)
                        .findValues("purchases"))
                .extracting(JsonNode::asLong)
                .anyMatch(purchases -> purchases > 0);
        assertThat(shop.recorded("crm")).isEqualTo(recorded);
    }

    @Test
    void a_second_pull_finds_everything_unchanged() {
        shop.pull("yesterday");

        JsonNode counts = shop.pull("yesterday").at("/counts");

        assertThat(counts.propertyNames()).containsExactly("unchanged");
    }

    @Test
    void a_network_that_asks_to_wait_is_pulled_a_little_later() {
        network.be("throttle");
        JsonNode asked = shop.askFor("today");
        soon().until(() -> !shop.run(asked).at("/error").isNull());
        assertThat(shop.run(asked).at("/status").asString()).isEqualTo("queued");
        network.be("up");

        soon().until(() -> shop.run(asked).at("/status").asString().equals("success"));

        assertThat(shop.run(asked).at("/attempts").asInt()).isGreaterThan(1);
    }

    @Test
    void what_changes_in_the_crm_reaches_the_erp_and_is_not_sent_back() {
        long id = Shop.add(shop.http(), sku, "Map");
        awaitDrained();
        long calls = crm.calls();
        assertThat(crm.change(sku, "{\"name\": \"Better map\"}")).isEqualTo("answered with 204");
        soon().until(() -> erp.nameOf(sku).equals("Better map"));
        awaitDrained();
        assertThat(shop.http().get("/products/" + id).at("/name").asString()).isEqualTo("Better map");
        assertThat(crm.calls()).isEqualTo(calls);
        assertThat(shop.sync(id, "crm").at("/status").asString()).isEqualTo("SYNCED");
    }

    @Test
    void a_webhook_that_the_crm_did_not_sign_is_refused() {
        long now = Clock.systemUTC().instant().getEpochSecond();
        assertThat(shop.http()
                        .status(
                                "POST",
                                "/webhooks/crm",
                                "webhook-id",
                                "msg_1",
                                "webhook-timestamp",
                                Long.toString(now),
                                "webhook-signature",
                                "v1,c29tZWJvZHkgZWxzZQ=="))
                .isEqualTo(401);
    }

    @Test
    void a_deleted_product_is_deleted_in_both_systems() {
        long id = Shop.add(shop.http(), sku, "Map");
        awaitDrained();
        shop.http().send("DELETE", "/products/" + id, "");
        soon().until(() -> crm.product(sku).isEmpty() && erp.product(sku).isEmpty());
    }

    @Test
    void a_crm_that_asks_for_patience_gets_the_change_later() {
        crm.be("throttle");
        Shop.add(shop.http(), sku, "Map");
        soon().until(() -> shop.waiting("erp") == 0);
        assertThat(crm.product(sku)).isEmpty();
        crm.be("up");
        soon().until(() -> crm.product(sku).isPresent());
    }

    @Test
    void a_crm_that_fails_gets_the_change_later() {
        crm.be("fail");
        long id = Shop.add(shop.http(), sku, "Map");
        soon().until(() -> shop.sync(id, "crm").at("/lastError").asString("").contains("500"));
        crm.be("up");
        soon().until(() -> crm.product(sku).isPresent());
    }

    @Test
    void a_slow_crm_does_not_hold_up_the_erp() {
        crm.be("slow");
        IntStream.range(0, 20).forEach(i -> Shop.add(shop.http(), sku + i, "Map"));
        soon().until(() -> shop.waiting("erp") == 0);
        assertThat(shop.waiting("crm")).isPositive();
    }

    @Test
    void another_purchase_price_is_nobody_elses_business() {
        long id = Shop.add(shop.http(), sku, "Map");
        awaitDrained();
        long calls = crm.calls();
        shop.change(id, "{\"purchasePrice\": 1.00}");
        assertThat(shop.waiting("crm")).isZero();
        assertThat(crm.calls()).isEqualTo(calls);
        assertThat(crm.product(sku).orElseThrow().at("/data").has("purchasePrice"))
                .isFalse();
    }

    @Test
    void an_email_address_reaches_the_crm_and_is_not_readable_in_the_outbox() {
        String customer = "{\"name\": \"Ada\", \"email\": \"ada@example.com\"}";
        long id = shop.http().post("/customers", customer).at("/id").asLong();
        awaitDrained();
        assertThat(crm.records("Customer"))
                .extracting(record -> record.at("/data/email").asString())
                .contains("ada@example.com");
        crm.be("down");
        shop.http().send("DELETE", "/customers/" + id, "");
        assertThat(shop.bean(JdbcTemplate.class)
                        .queryForList("select data from sync_logs where data is not null", String.class))
                .isNotEmpty()
                .noneMatch(data -> data.contains("ada@example.com"));
    }

    @Test
    void a_second_product_with_the_same_sku_is_refused_and_not_delivered() {
        Shop.add(shop.http(), sku, "Map");
        assertThatThrownBy(() -> Shop.add(shop.http(), sku, "Another")).hasMessageContaining("409");
        awaitDrained();
        assertThat(crm.nameOf(sku)).isEqualTo("Map");
    }

    @Test
    void a_product_without_a_name_is_refused() {
        assertThatThrownBy(() -> Shop.add(shop.http(), sku, ""))
                .hasMessageContaining("400 ")
                .hasMessageContaining("name is missing");
    }

    private void awaitDrained() {
        soon().until(() -> shop.waiting("crm") == 0 && shop.waiting("erp") == 0);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
