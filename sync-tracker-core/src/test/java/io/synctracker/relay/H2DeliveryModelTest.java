package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.target.Delivery;
import io.synctracker.testdatabases.Vendor;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class H2DeliveryModelTest extends DeliveryModelContract {

    H2DeliveryModelTest() {
        super(Vendor.H2, 150);
    }

    static Stream<Arguments> a_system_that_is_out_of_date_is_found() {
        return Stream.of(
                system("misses deletes", delivery -> delivery.action() != ChangeType.DELETE),
                system("misses updates", delivery -> delivery.action() != ChangeType.UPDATE),
                system("misses what is tried again", delivery -> delivery.attempt() == 1));
    }

    private static Arguments system(String name, Predicate<Delivery> takes) {
        return Arguments.of(name, (Taking) (model, delivery) -> {
            if (takes.test(delivery)) {
                model.take(delivery);
            }
        });
    }

    @ParameterizedTest(name = "one that {0}")
    @MethodSource
    void a_system_that_is_out_of_date_is_found(String name, Taking taking) {
        assertThat(PUSHES.anyBreaks(100, pushes -> holds(pushes, taking))).isTrue();
    }
}
