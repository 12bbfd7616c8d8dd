package io.synctracker.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {

    @Test
    void a_secret_is_hidden_wherever_it_stands() {
        assertThat(new Redaction(List.of("s3cret")).clean("no s3cret, as3cretb"))
                .isEqualTo("no [hidden], a[hidden]b");
    }

    @Test
    void a_secret_is_hidden_before_the_text_is_cut() {
        assertThat(new Redaction(List.of("s3cret-token")).excerpt("bad s3cret-token", 8))
                .isEqualTo("bad [hid…");
    }

    @Test
    void the_longer_of_two_secrets_is_hidden_first() {
        assertThat(new Redaction(List.of("token", "token-of-me")).clean("token-of-me"))
                .isEqualTo("[hidden]");
    }

    @Test
    void a_secret_torn_by_a_line_break_in_the_setting_is_hidden_too() {
        assertThat(new Redaction(List.of("two\n words")).clean("two  words")).isEqualTo("[hidden]");
    }

    @Test
    void a_few_letters_are_no_secret() {
        assertThat(new Redaction(List.of("de", "")).clean("made")).isEqualTo("made");
    }

    @Test
    void control_and_invisible_characters_become_one_space() {
        assertThat(Redaction.NONE.clean("\u001B[31ma\r\n\t\u0000b\u202Ec\u2028d\uD800e "))
                .isEqualTo("[31ma b c d e");
    }

    @Test
    void a_cut_never_splits_a_character() {
        assertThat(Redaction.NONE.excerpt("😀😀😀", 2)).isEqualTo("😀😀…");
    }

    @Test
    void no_quote_is_wanted_and_none_is_given() {
        assertThat(Redaction.NONE.excerpt("personal", 0)).isEmpty();
    }
}
