package io.synctracker.benchmarks.contestant;

import io.synctracker.benchmarks.application.Contestant;
import io.synctracker.benchmarks.application.Setup;
import java.util.Map;
import org.springframework.context.annotation.Configuration;

/** Records nothing: the floor. */
public final class PlainJpa implements Contestant {

    @Override
    public Class<?> configuration() {
        return Beans.class;
    }

    @Override
    public Map<String, String> settings(Setup setup) {
        return Map.of();
    }

    @Configuration(proxyBeanMethods = false)
    static class Beans {}
}
