package com.example.partner;

import io.synctracker.connector.Connections;
import io.synctracker.connector.FetchWindow;
import io.synctracker.connector.PullRequest;
import io.synctracker.connector.SetAsides;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobTrigger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

// tag::own-connector-pull[]
@Component
class PartnerDesk {

    private final Connections connections;
    private final SetAsides setAsides;

    PartnerDesk(Connections connections, SetAsides setAsides) {
        this.connections = connections;
        this.setAsides = setAsides;
    }

    JobRun pullDay(LocalDate day, String person) {
        return connections.pull(PullRequest.of("partner")
                .withStream("coupons")
                .withWindow(new FetchWindow(day, day, ZoneId.of("Europe/Berlin")))
                .withTrigger(JobTrigger.PERSON, person));
    }

    List<String> problems() {
        return setAsides.list("partner", null, 100).stream()
                .map(each -> each.stream() + " " + each.externalId() + ": " + each.reason())
                .toList();
    }
}
// end::own-connector-pull[]
