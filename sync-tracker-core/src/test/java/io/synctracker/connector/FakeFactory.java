package io.synctracker.connector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes connectors with one stream of one record. */
final class FakeFactory implements ConnectorFactory {

    /** The settings of each connector that was made. */
    final List<Map<String, Object>> made = new ArrayList<>();

    @Override
    public String kind() {
        return "fake";
    }

    @Override
    public Set<String> secrets() {
        return Set.of("auth.token", "headers");
    }

    @Override
    public Set<String> destinations() {
        return Set.of("address");
    }

    @Override
    public Connector create(String name, Map<String, Object> settings) {
        if (settings.containsKey("bad")) {
            throw new InvalidConnectionException("The setting 'bad' is unknown.");
        }
        made.add(settings);
        return new Connector() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> streams() {
                return List.of("things");
            }

            @Override
            public ConnectionTest test() {
                if (settings.containsKey("down")) {
                    throw new IllegalStateException("s3cret");
                }
                return new ConnectionTest(true, "It answers.", Duration.ZERO);
            }

            @Override
            public RecordPage fetch(FetchRequest request) {
                return RecordPage.last(List.of(RemoteRecord.of("t1", Map.of("title", "thing"))));
            }
        };
    }

    @Override
    public List<BindingSettings> bindings(String name, Map<String, Object> settings) {
        return List.of();
    }
}
