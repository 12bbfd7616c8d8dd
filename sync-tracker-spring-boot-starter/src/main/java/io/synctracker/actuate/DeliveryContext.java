package io.synctracker.actuate;

import io.micrometer.observation.transport.ReceiverContext;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the observed call of a target. It continues the trace of the transaction that made the change.
 * Used by one thread.
 */
public final class DeliveryContext extends ReceiverContext<Map<String, String>> {

    private final Delivery delivery;
    private @Nullable Object answer;

    DeliveryContext(Delivery delivery, String traceParent) {
        super(Map::get);
        this.delivery = delivery;
        setCarrier(traceParent.isEmpty() ? Map.of() : Map.of("traceparent", traceParent));
    }

    /** Returns what is delivered; of a batch, its first. */
    public Delivery delivery() {
        return delivery;
    }

    /**
     * Returns how the target answered.
     *
     * @return {@code accepted}, {@code deferred}, {@code rejected} or {@code conflicted}; of a batch, {@code mixed} if
     *     the answers differ; {@code none} if it threw or has not answered yet
     */
    public String outcome() {
        if (answer instanceof List<?> answers) {
            List<String> words =
                    answers.stream().map(DeliveryContext::word).distinct().toList();
            return words.size() == 1 ? words.get(0) : words.isEmpty() ? "none" : "mixed";
        }
        return word(answer);
    }

    void answered(@Nullable Object result) {
        answer = result;
    }

    private static String word(@Nullable Object answer) {
        return answer instanceof DeliveryResult
                ? answer.getClass().getSimpleName().toLowerCase(Locale.ROOT)
                : "none";
    }
}
