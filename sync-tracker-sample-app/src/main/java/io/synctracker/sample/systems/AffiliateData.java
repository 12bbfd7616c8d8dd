package io.synctracker.sample.systems;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes up what an affiliate network has, the same on every call on the same day. */
final class AffiliateData {

    static final int CAMPAIGNS = 40;
    static final int COUPONS = 300;
    static final int PURCHASES = 5000;

    private static final int DAYS = 400;
    private static final long SEED = 20_260_301;
    private static final String[] GOODS = {"Tea", "Coffee", "Cocoa", "Honey", "Jam", "Bread", "Cheese", "Wine"};
    private static final String[] TIMES = {"Spring", "Summer", "Autumn", "Winter", "Weekend"};

    private final Random random = new Random(SEED);
    private final LocalDate today;

    /**
     * Prepares the data.
     *
     * @param today the day of the newest record
     */
    AffiliateData(LocalDate today) {
        this.today = today;
    }

    /** Fills the listings, which are empty. */
    void fill(Listing campaigns, Listing coupons, Listing purchases) {
        for (int number = 0; number < CAMPAIGNS; number++) {
            campaigns.add(campaign(number));
        }
        for (int number = 0; number < COUPONS; number++) {
            coupons.add(coupon(number));
        }
        for (int number = 0; number < PURCHASES; number++) {
            purchases.add(purchase(number));
        }
    }

    private Map<String, @Nullable Object> campaign(int number) {
        Map<String, @Nullable Object> campaign = record(campaignId(number), DAYS + 1);
        campaign.put("title", TIMES[number / GOODS.length] + " of " + GOODS[number % GOODS.length]);
        campaign.put("status", random.nextInt(5) == 0 ? "paused" : "active");
        campaign.put("commission", Map.of("percent", 3 + random.nextInt(10)));
        return Collections.unmodifiableMap(campaign);
    }

    private Map<String, @Nullable Object> coupon(int number) {
        int age = DAYS - 1 - number * DAYS / COUPONS;
        int campaign = number % CAMPAIGNS;
        Map<String, @Nullable Object> coupon = record(couponId(number), age);
        coupon.put("campaign_id", campaignId(campaign));
        coupon.put("code", GOODS[campaign % GOODS.length].toUpperCase(Locale.ROOT) + number);
        coupon.put("discount_percent", 5 * (1 + random.nextInt(6)));
        coupon.put("created_on", today.minusDays(age).toString());
        return Collections.unmodifiableMap(coupon);
    }

    private Map<String, @Nullable Object> purchase(int number) {
        int age = DAYS - 1 - (int) ((long) number * DAYS / PURCHASES);
        int coupon = random.nextInt(COUPONS);
        Map<String, @Nullable Object> purchase = record(String.format(Locale.ROOT, "purchase-%05d", number + 1), age);
        purchase.put("campaign_id", campaignId(coupon % CAMPAIGNS));
        // One in four found the shop without a coupon.
        purchase.put("coupon_id", random.nextInt(4) == 0 ? null : couponId(coupon));
        purchase.put("purchased_on", today.minusDays(age).toString());
        purchase.put("amount", BigDecimal.valueOf(500 + random.nextInt(20_000), 2));
        purchase.put("currency", "EUR");
        return Collections.unmodifiableMap(purchase);
    }

    private Map<String, @Nullable Object> record(String id, int age) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("id", id);
        record.put(
                "updated_at",
                today.minusDays(age).atStartOfDay().toInstant(ZoneOffset.UTC).toString());
        return record;
    }

    private static String campaignId(int number) {
        return String.format(Locale.ROOT, "campaign-%02d", number + 1);
    }

    private static String couponId(int number) {
        return String.format(Locale.ROOT, "coupon-%03d", number + 1);
    }
}
