package io.synctracker.sample.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.synctracker.connector.Connector;
import io.synctracker.connector.ConnectorUnavailableException;
import io.synctracker.connector.FetchRequest;
import io.synctracker.connector.FetchWindow;
import io.synctracker.connector.InvalidConnectionException;
import io.synctracker.connector.RecordPage;
import io.synctracker.connector.RemoteRecord;
import io.synctracker.http.HttpConnectorFactory;
import io.synctracker.target.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The network is read as the shop reads it: by the HTTP connector, with settings alone. */
class AffiliateNetworkTest {

    private static final String KEY = "key";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final AffiliateNetwork network = new AffiliateNetwork(0, KEY, CLOCK);

    @BeforeEach
    void start() {
        network.start();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @ParameterizedTest
    @CsvSource({"campaigns, 4, 40", "coupons, 6, 300", "purchases, 20, 5000"})
    void a_stream_is_pulled_to_its_end(String stream, int pages, int records) throws Exception {
        List<RecordPage> pulled = pull(stream, null);

        assertThat(pulled).hasSize(pages);
        assertThat(ids(pulled)).hasSize(records).doesNotHaveDuplicates().doesNotContainNull();
    }

    @Test
    void a_window_has_the_purchases_of_its_days_and_no_others() throws Exception {
        LocalDate from = LocalDate.of(2026, 2, 1);
        LocalDate to = LocalDate.of(2026, 2, 28);

        assertThat(records(pull("purchases", new FetchWindow(from, to, ZoneOffset.UTC))))
                .isNotEmpty()
                .extracting(purchase ->
                        LocalDate.parse(String.valueOf(purchase.attributes().get("purchased_on"))))
                .allMatch(day -> !day.isBefore(from) && !day.isAfter(to))
                .contains(from, to);
    }

    @Test
    void every_purchase_belongs_to_the_campaign_of_its_coupon() throws Exception {
        Map<String, Object> campaigns = records(pull("coupons", null)).stream()
                .collect(Collectors.toMap(
                        coupon -> String.valueOf(coupon.externalId()),
                        coupon -> String.valueOf(coupon.attributes().get("campaign_id"))));

        assertThat(records(pull("purchases", null)))
                .filteredOn(purchase -> purchase.attributes().get("coupon_id") != null)
                .isNotEmpty()
                .allMatch(purchase -> purchase.attributes()
                        .get("campaign_id")
                        .equals(campaigns.get(
                                String.valueOf(purchase.attributes().get("coupon_id")))));
    }

    @Test
    void two_networks_of_one_day_have_the_same_records() throws Exception {
        List<RemoteRecord> first = records(pull("purchases", null));
        try (AffiliateNetwork other = new AffiliateNetwork(0, KEY, CLOCK)) {
            other.start();

            assertThat(records(pull(connector(other, KEY), "purchases", null))).isEqualTo(first);
        }
    }

    @Test
    void an_edited_record_was_changed_now() throws Exception {
        network.edit("campaign-07", Map.of("title", "Winter of Jam"));

        assertThat(records(pull("campaigns", null)))
                .filteredOn(campaign -> "campaign-07".equals(campaign.externalId()))
                .singleElement()
                .satisfies(campaign -> assertThat(campaign.attributes()).containsEntry("title", "Winter of Jam"))
                .satisfies(campaign -> assertThat(campaign.changedAt()).isEqualTo(CLOCK.instant()));
        assertThat(network.edit("nobody", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void a_wrong_key_opens_nothing() {
        assertThatExceptionOfType(InvalidConnectionException.class)
                .isThrownBy(() -> pull(connector(network, "wrong"), "campaigns", null));
    }

    @Test
    void a_throttling_network_says_when_to_come_back() {
        network.behave(Behaviour.THROTTLING);

        assertThatExceptionOfType(ConnectorUnavailableException.class)
                .isThrownBy(() -> pull("coupons", null))
                .satisfies(failure -> assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(2)));
    }

    @Test
    void a_network_that_fails_or_is_down_is_unavailable_until_it_is_up() throws Exception {
        network.behave(Behaviour.FAILING);
        assertThatExceptionOfType(ConnectorUnavailableException.class).isThrownBy(() -> pull("coupons", null));
        network.goDown();
        assertThat(network.state()).isEqualTo("down");
        assertThatExceptionOfType(ConnectorUnavailableException.class).isThrownBy(() -> pull("coupons", null));
        network.behave(Behaviour.UP);
        assertThat(pull("coupons", null)).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"/campaigns?page=0, 400", "/campaigns?page=x, 400", "/coupons?limit=x, 400", "/coupons?from=x, 400"})
    void a_request_that_makes_no_sense_is_refused(String path, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(network.url() + path))
                .header("X-API-Key", KEY)
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(status);
    }

    private List<RecordPage> pull(String stream, @Nullable FetchWindow window) throws Exception {
        return pull(connector(network, KEY), stream, window);
    }

    private static List<RecordPage> pull(Connector connector, String stream, @Nullable FetchWindow window)
            throws Exception {
        List<RecordPage> pages = new ArrayList<>();
        String checkpoint = null;
        do {
            pages.add(connector.fetch(new FetchRequest(stream, window, checkpoint)));
            checkpoint = pages.get(pages.size() - 1).checkpoint();
        } while (!pages.get(pages.size() - 1).last());
        return pages;
    }

    private static List<RemoteRecord> records(List<RecordPage> pages) {
        return pages.stream().flatMap(page -> page.records().stream()).toList();
    }

    private static List<@Nullable String> ids(List<RecordPage> pages) {
        return records(pages).stream().map(RemoteRecord::externalId).toList();
    }

    private static Connector connector(AffiliateNetwork network, String key) {
        Map<String, Object> streams = new LinkedHashMap<>();
        streams.put(
                "campaigns",
                Map.of(
                        "path", "/campaigns",
                        "paging", Map.of("style", "page", "size-parameter", "per_page", "size", 10),
                        "records", Map.of("list", "data", "total", "total", "changed-at", "updated_at")));
        streams.put("coupons", cursor("/coupons", 50));
        streams.put("purchases", cursor("/purchases", 250));
        return HttpConnectorFactory.of(CLOCK, () -> Map.of("network-key", Secret.of(key)))
                .create(
                        "affiliates",
                        Map.of(
                                "url",
                                network.url().toString(),
                                "credentials-ref",
                                "network-key",
                                "authentication",
                                Map.of("api-key-header", "X-API-Key"),
                                "streams",
                                streams));
    }

    private static Map<String, Object> cursor(String path, int size) {
        return Map.of(
                "path", path,
                "paging",
                        Map.of(
                                "style", "cursor",
                                "parameter", "cursor",
                                "next", "next_cursor",
                                "size-parameter", "limit",
                                "size", size),
                "window", Map.of("from", "from", "to", "to"),
                "records", Map.of("list", "items", "changed-at", "updated_at"));
    }
}
