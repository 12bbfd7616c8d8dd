package io.synctracker.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** What the configuration processor wrote for editors. */
final class SettingsMetadata {

    private SettingsMetadata() {}

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> properties() throws IOException {
        Class<?> settings = SyncTrackerProperties.class;
        try (InputStream file = settings.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            Map<String, Object> all = JsonMapper.shared().readValue(Objects.requireNonNull(file), Map.class);
            return (List<Map<String, Object>>) all.get("properties");
        }
    }
}
