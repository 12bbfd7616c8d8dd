package io.synctracker.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnTextTest {

    @Test
    void control_characters_become_spaces() {
        assertThat(ColumnText.fit("a\u0000b\nc\u009fd")).isEqualTo("a b c d");
    }

    @Test
    void half_characters_become_question_marks() {
        assertThat(ColumnText.fit("\ud83d x \ude00")).isEqualTo("? x ?");
        assertThat(ColumnText.fit("😀")).isEqualTo("😀");
    }

    @Test
    void text_is_cut_between_characters() {
        assertThat(ColumnText.fit("x".repeat(3999) + "😀")).hasSize(3999);
        assertThat(ColumnText.fit("x".repeat(3998) + "😀y")).hasSize(4000).endsWith("😀");
    }

    @Test
    void ten_megabytes_are_no_trouble() {
        assertThat(ColumnText.fit("ä".repeat(10_000_000))).hasSize(4000);
    }
}
