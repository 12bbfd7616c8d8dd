package com.example.partner;

import io.synctracker.connector.ConflictStrategy;
import io.synctracker.connector.Deletion;
import io.synctracker.connector.StreamBinding;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

// tag::own-connector-bindings[]
@Configuration
class PartnerStreams {

    @Bean
    StreamBinding<Campaign> campaigns() {
        return StreamBinding.of("partner", "campaigns", Campaign.class)
                .withDeletion(Deletion.FULL_PASS)
                .withConflict(ConflictStrategy.merge(Set.of("budget")));
    }

    @Bean
    StreamBinding<Coupon> coupons() {
        return StreamBinding.of("partner", "coupons", Coupon.class)
                .withFields(Map.of("code", "coupon_code", "discount.percent", "percent", "campaign", "campaign_id"))
                .withNaturalKey("code")
                .withIncremental(true);
    }
}
// end::own-connector-bindings[]
