package io.synctracker.sample.systems;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An affiliate network of somebody else, which is only read. Thread-safe.
 *
 * <p>{@code GET /campaigns?page=1&per_page=10} has numbered pages and a total. {@code GET /coupons} and {@code GET
 * /purchases} take {@code limit} and {@code cursor}, and days as {@code from} and {@code to}, both of which belong to
 * them. Each wants the key in the header {@code X-API-Key}; {@code GET /calls} does not.
 */
final class AffiliateNetwork implements Controlled, AutoCloseable {

    private static final int CAMPAIGNS_A_PAGE = 10;
    private static final int COUPONS_A_PAGE = 50;
    private static final int PURCHASES_A_PAGE = 250;

    private final Listing campaigns = new Listing(CAMPAIGNS_A_PAGE, null);
    private final Listing coupons = new Listing(COUPONS_A_PAGE, "created_on");
    private final Listing purchases = new Listing(PURCHASES_A_PAGE, "purchased_on");
    private final CallLog calls = new CallLog();
    private final String apiKey;
    private final Clock clock;
    private final Endpoint endpoint;
    private volatile Behaviour behaviour = Behaviour.UP;

    /**
     * Makes up its records.
     *
     * @param port where it listens; 0 for any free port
     * @param apiKey what callers prove themselves with
     * @param clock tells until which day there are records, and when one was changed
     */
    AffiliateNetwork(int port, String apiKey, Clock clock) {
        this.apiKey = apiKey;
        this.clock = clock;
        this.endpoint = new Endpoint("network", port, this::answer);
        new AffiliateData(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).fill(campaigns, coupons, purchases);
    }

    void start() {
        endpoint.open();
    }

    URI url() {
        return endpoint.url();
    }

    @Override
    public void behave(Behaviour next) {
        behaviour = next;
        endpoint.open();
    }

    @Override
    public void goDown() {
        endpoint.shut();
    }

    @Override
    public String state() {
        return endpoint.isOpen() ? behaviour.name().toLowerCase(Locale.ROOT) : "down";
    }

    @Override
    public Answer edit(String id, Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(fields);
        changed.put("updated_at", clock.instant().toString());
        return Stream.of(campaigns, coupons, purchases)
                .map(listing -> listing.edit(id, changed))
                .flatMap(Optional::stream)
                .findFirst()
                .map(record -> Answer.of(200, record))
                .orElseGet(() -> Answer.error(404, "No such record"));
    }

    private Answer answer(Request request) {
        if (request.is("GET", "calls")) {
            return Answer.of(200, calls.summary());
        }
        Answer answer = behaviour.interfere().orElseGet(() -> read(request));
        calls.add(request, answer.status());
        return answer;
    }

    private Answer read(Request request) {
        if (!apiKey.equals(request.apiKey())) {
            return Answer.error(401, "The header X-API-Key has no valid key");
        }
        if (request.is("GET", "campaigns")) {
            return campaigns.numbered(request.query());
        }
        if (request.is("GET", "coupons")) {
            return coupons.after(request.query());
        }
        return request.is("GET", "purchases")
                ? purchases.after(request.query())
                : Answer.error(404, "Nothing here: see GET /campaigns, GET /coupons and GET /purchases");
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
