package io.synctracker.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderRulesTest {

    @ParameterizedTest
    @CsvSource({
        "crm:product:42:7, crm:product:42:7",
        "crm/ä, crm/%C3%A4",
        "'a b', a%20b",
        "100%, 100%25",
    })
    void what_no_header_can_carry_is_encoded(String text, String encoded) {
        assertThat(HeaderRules.encode(text)).isEqualTo(encoded);
    }

    @Test
    void a_line_break_cannot_begin_another_header() {
        assertThat(HeaderRules.encode("7\r\nX-Evil: 1")).isEqualTo("7%0D%0AX-Evil:%201");
    }
}
