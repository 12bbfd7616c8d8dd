package io.synctracker.sample.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = Catalogue.read();
    private final Map<String, String> countries = new LinkedHashMap<>();

    @Test
    void it_has_every_country_that_has_regions() {
        catalogue.countries(Integer.MAX_VALUE, countries::put);
        assertThat(countries).hasSize(200).containsEntry("DE", "Germany");
    }

    @Test
    void it_has_every_region_of_them() {
        catalogue.countries(Integer.MAX_VALUE, countries::put);
        assertThat(countries.keySet().stream()
                        .mapToInt(code -> catalogue.regions(code).size())
                        .sum())
                .isEqualTo(5_127);
    }

    @Test
    void names_are_as_people_there_write_them() {
        assertThat(catalogue.regions("AD")).extracting(Region::name).contains("Sant Julià de Lòria");
    }

    @Test
    void a_region_within_a_region_says_so() {
        assertThat(catalogue.regions("ES"))
                .filteredOn(Region::part)
                .extracting(Region::code)
                .contains("ES-B");
    }
}
