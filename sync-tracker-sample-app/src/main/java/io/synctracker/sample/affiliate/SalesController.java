package io.synctracker.sample.affiliate;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what the campaigns have brought, from what was pulled. */
@RestController
class SalesController {

    private static final String EVER = "1970-01-01";
    private static final String FOR_EVER = "9999-12-31";

    private final CampaignRepository campaigns;

    SalesController(CampaignRepository campaigns) {
        this.campaigns = campaigns;
    }

    @GetMapping("/sales")
    List<Sales> sales(
            @RequestParam(defaultValue = EVER) LocalDate from, @RequestParam(defaultValue = FOR_EVER) LocalDate to) {
        return campaigns.sales(from, to);
    }
}
