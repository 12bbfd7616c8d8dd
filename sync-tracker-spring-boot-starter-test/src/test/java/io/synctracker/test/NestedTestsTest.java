package io.synctracker.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.ShopApplication;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ShopApplication.class)
@SyncTrackerTest(recording = "crm")
class NestedTestsTest {

    @Autowired
    private SyncTrackerTestKit kit;

    @Nested
    class Inside {

        @Test
        void the_test_kit_is_there_in_a_nested_class_too() {
            assertThat(kit.target("crm").name()).isEqualTo("crm");
        }
    }
}
