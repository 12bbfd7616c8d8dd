package io.synctracker.sample.affiliate;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads the local copies: no page of the shop waits for the network. */
interface CampaignRepository extends Repository<Campaign, Long> {

    /**
     * Returns what each campaign has brought, most first.
     *
     * @param from the first day
     * @param to the last day
     */
    @Query("""
            select new io.synctracker.sample.affiliate.Sales(c.name, count(p), sum(p.amount))
              from Campaign c left join Purchase p on p.campaign = c and p.purchasedOn between :from and :to
             group by c.id, c.name
             order by count(p) desc, c.name""")
    List<Sales> sales(LocalDate from, LocalDate to);
}
