package io.synctracker.sample.erp;

import io.synctracker.target.BatchSyncTarget;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.TooManyRequests;
import org.springframework.web.client.RestClient;

/** The ERP takes a hundred changes in one call, and answers for each. Any other failure is tried again as usual. */
@Component
class ErpTarget implements BatchSyncTarget {

    private static final int ITEMS_PER_CALL = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<List<ErpAnswer>> ANSWERS = new ParameterizedTypeReference<>() {};

    private final RestClient client;

    ErpTarget(@Value("${shop.erp.url}") String url) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(TIMEOUT);
        client = RestClient.builder().baseUrl(url).requestFactory(requests).build();
    }

    @Override
    public String name() {
        return "erp";
    }

    @Override
    public int maxBatchSize() {
        return ITEMS_PER_CALL;
    }

    @Override
    public List<DeliveryResult> deliverAll(List<Delivery> deliveries) {
        List<ErpItem> items = deliveries.stream().map(ErpItem::of).toList();
        try {
            return results(items, send(items));
        } catch (TooManyRequests later) {
            return deliveries.stream().map(delivery -> later(later)).toList();
        }
    }

    private List<ErpAnswer> send(List<ErpItem> items) {
        List<ErpAnswer> answers =
                client.post().uri("/batch").body(items).retrieve().body(ANSWERS);
        return answers == null ? List.of() : answers;
    }

    /** A change that the ERP did not answer for has no result, and is therefore sent again. */
    private static List<DeliveryResult> results(List<ErpItem> items, List<ErpAnswer> answers) {
        List<DeliveryResult> results = new ArrayList<>();
        for (int i = 0; i < Math.min(items.size(), answers.size()); i++) {
            results.add(answers.get(i).toResult(items.get(i)));
        }
        return results;
    }

    private static DeliveryResult later(TooManyRequests answer) {
        @Nullable HttpHeaders headers = answer.getResponseHeaders();
        String seconds = headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER);
        return seconds == null
                ? DeliveryResult.deferred("The ERP is busy")
                : DeliveryResult.deferred("The ERP is busy", Duration.ofSeconds(Long.parseLong(seconds)));
    }
}
