package io.synctracker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.model.ModelSettings;
import io.synctracker.relay.RelaySettings;
import io.synctracker.store.TableNames;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTest {

    @Test
    void every_property_has_a_description_that_is_a_sentence() throws IOException {
        assertThat(SettingsMetadata.properties())
                .isNotEmpty()
                .allSatisfy(property -> assertThat(property.get("description"))
                        .as("description of %s", property.get("name"))
                        .asString()
                        .matches("[A-Z].*\\."));
    }

    @Test
    void the_metadata_knows_every_key() throws IOException {
        Set<String> known = SettingsMetadata.properties().stream()
                .map(property -> property.get("name").toString())
                .collect(Collectors.toSet());
        assertThat(SettingsTree.read().keySet())
                .allSatisfy(key -> assertThat(known).contains(key.replaceFirst("\\.<name>.*", "")));
    }

    @Test
    void the_metadata_and_the_bound_settings_have_the_same_defaults() throws IOException {
        Map<String, String> bound = SettingsTree.read();
        Map<String, String> documented = new TreeMap<>();
        for (Map<String, Object> property : SettingsMetadata.properties()) {
            Object value = property.get("defaultValue");
            if (value != null && property.get("name").toString().startsWith("sync-tracker.")) {
                documented.put(property.get("name").toString(), text(value));
            }
        }
        assertThat(bound).containsAllEntriesOf(documented);
    }

    private static String text(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(Object::toString).sorted().collect(Collectors.joining(", "))
                : value.toString().replaceFirst("\\.0$", "");
    }

    @Test
    void the_defaults_are_those_of_the_core() {
        SyncTrackerProperties nothingSet =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("nothing", SyncTrackerProperties.class);
        assertThat(nothingSet.tables()).isEqualTo(TableNames.DEFAULT);
        assertThat(nothingSet.modelSettings()).isEqualTo(ModelSettings.DEFAULT);
        assertThat(nothingSet.relaySettings()).isEqualTo(RelaySettings.DEFAULT);
    }

    @Test
    void the_reference_page_and_the_bound_settings_name_the_same_keys_and_defaults() throws IOException {
        assertThat(SettingsPage.defaults()).isEqualTo(SettingsTree.read());
    }

    @Test
    void every_key_of_the_reference_page_has_a_meaning() throws IOException {
        assertThat(SettingsPage.meanings())
                .allSatisfy((key, meaning) -> assertThat(meaning).as(key).matches("[A-Z`].*\\."));
    }
}
