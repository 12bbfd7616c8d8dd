package io.synctracker.autoconfigure;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/** Gives the trace context of the running thread as W3C writes it in {@code traceparent}. */
@FunctionalInterface
interface CurrentTraceParent extends Supplier<@Nullable String> {

    /** Nothing is traced. */
    CurrentTraceParent NONE = () -> null;

    /** Returns one that asks for the bean at its first use, since a tracer may need the entity manager factory. */
    static CurrentTraceParent lookedUpLateFrom(ObjectProvider<CurrentTraceParent> beans) {
        SingletonSupplier<CurrentTraceParent> bean = SingletonSupplier.of(() -> beans.getIfAvailable(() -> NONE));
        return () -> bean.obtain().get();
    }
}
