package io.synctracker.faults;

import io.synctracker.outbox.OutboxLeases;
import io.synctracker.relay.Relay;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Puts leases of the suite's own into a relay, which makes its own and lets nobody give it others. */
final class Decoration {

    private Decoration() {}

    static Relay decorate(Relay relay, UnaryOperator<OutboxLeases> decorator) {
        try {
            for (Field field : relay.getClass().getDeclaredFields()) {
                if (field.getType().isRecord() && replace(relay, field, decorator)) {
                    return relay;
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException(relay.getClass() + " has no record with leases in it: look where they are now");
    }

    private static boolean replace(Relay relay, Field field, UnaryOperator<OutboxLeases> decorator)
            throws ReflectiveOperationException {
        RecordComponent[] components = field.getType().getRecordComponents();
        field.setAccessible(true);
        Object record = field.get(relay);
        Object[] values = new Object[components.length];
        boolean found = false;
        for (int i = 0; i < components.length; i++) {
            components[i].getAccessor().setAccessible(true);
            values[i] = components[i].getAccessor().invoke(record);
            if (values[i] instanceof OutboxLeases leases) {
                values[i] = decorator.apply(leases);
                found = true;
            }
        }
        if (found) {
            field.set(relay, canonical(field.getType(), components).newInstance(values));
        }
        return found;
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components)
            throws ReflectiveOperationException {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }
}
