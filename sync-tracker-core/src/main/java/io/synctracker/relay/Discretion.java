package io.synctracker.relay;

import io.synctracker.model.PayloadCodec;
import io.synctracker.model.TrackedModel;
import io.synctracker.model.TrackedModels;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Keeps what is sensitive out of reasons: systems like to quote what they refuse, and people read what they say. */
final class Discretion {

    private static final String MASK = "***";

    /** What is shorter stands in too many words by chance. */
    private static final int SHORTEST = 4;

    private final TrackedModels models;
    private final PayloadCodec codec;

    Discretion(RelayEntities entities) {
        models = entities.models();
        codec = entities.codec();
    }

    /** Returns a text about a delivery with {@code "***"} in place of the delivery's sensitive values. */
    String mask(EntryDelivery delivery, String text) {
        try {
            String masked = text;
            for (String value : sensitive(delivery)) {
                masked = masked.replace(value, MASK);
            }
            return masked;
        } catch (RuntimeException | StackOverflowError e) {
            return "a reason that is not shown, since it cannot be told what is sensitive in it";
        }
    }

    /** The longest come first, since one may be a part of another. */
    private Set<String> sensitive(EntryDelivery delivery) {
        Set<String> values = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        models.byName(delivery.entity().type()).ifPresent(model -> collect(model, delivery.payload(), values));
        return values;
    }

    private void collect(TrackedModel model, Map<String, @Nullable Object> payload, Set<String> values) {
        collect(payload, codec.masked(codec.encode(model, payload)), values);
    }

    private static void collect(@Nullable Object value, @Nullable Object masked, Set<String> values) {
        if (MASK.equals(masked)) {
            leaves(value, values);
        } else if (value instanceof Map<?, ?> map && masked instanceof Map<?, ?> maskedMap) {
            map.forEach((key, each) -> collect(each, maskedMap.get(key), values));
        } else if (value instanceof Collection<?> list && masked instanceof Collection<?> maskedList) {
            Iterator<?> other = maskedList.iterator();
            list.forEach(each -> collect(each, other.hasNext() ? other.next() : null, values));
        }
    }

    private static void leaves(@Nullable Object value, Set<String> values) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> leaves(each, values));
        } else if (value instanceof Collection<?> list) {
            list.forEach(each -> leaves(each, values));
        } else if (value != null && value.toString().length() >= SHORTEST) {
            values.add(value.toString());
        }
    }
}
