package io.synctracker.capture;

import static io.synctracker.ChangeType.CREATE;
import static io.synctracker.ChangeType.DELETE;
import static io.synctracker.ChangeType.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.model.EntityMapping;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Host;
import io.synctracker.testing.Sequences;
import io.synctracker.testing.Zoo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a transaction has noted of some rows is what somebody tells who looked at them before it and after it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergeModelTest {

    /** The rows with this id are there before the transaction. */
    private static final int THERE = 1;

    private static final Sequences<Touch> TOUCHES =
            Sequences.of(16, Touch::random).simplified(Touch::simpler);

    private Host host;
    private EntityMapping latest;
    private EntityMapping snapshot;

    @BeforeAll
    void map() {
        host = Host.on(Vendor.H2, Zoo.Tagged.class, Zoo.Snap.class);
        latest = Objects.requireNonNull(host.models().mapping(Zoo.Tagged.class.getName()));
        snapshot = Objects.requireNonNull(host.models().mapping(Zoo.Snap.class.getName()));
    }

    @AfterAll
    void close() {
        host.close();
    }

    private static Map<String, @Nullable Integer> rowsBefore() {
        return new HashMap<>(Map.of("snap " + THERE, 100, "tagged " + THERE, 100));
    }

    /** Returns what Hibernate tells of the touches, one after the other. */
    private List<EntityChange> told(List<Touch> touches) {
        Map<String, @Nullable Integer> rows = rowsBefore();
        List<EntityChange> told = new ArrayList<>();
        for (Touch touch : touches) {
            Integer before = rows.get(touch.row());
            EntityMapping mapping = touch.stored() ? snapshot : latest;
            told.add(EntityChange.of(mapping, touch.id(), touch.type(before), new Object[] {touch.state(before)})
                    .from(touch.origin()));
            rows.put(touch.row(), touch.after(before));
        }
        return told;
    }

    private static List<EntityChange> noted(List<EntityChange> told) {
        ChangeBuffer buffer = new ChangeBuffer();
        for (EntityChange change : told) {
            buffer.origin(change.origin());
            buffer.add(change);
        }
        return buffer.takeAll();
    }

    private static String text(EntityChange change) {
        Object state = change.state() == null ? null : change.state()[0];
        return text(change.entity().toString(), change.type(), state, change.origin());
    }

    private static String text(String row, ChangeType type, @Nullable Object state, @Nullable String origin) {
        return type + " " + row + " with " + state + " from " + origin;
    }

    /** Looks at each row before and after, in the order in which those that are told of were first touched. */
    private static List<String> seen(List<Touch> touches) {
        Map<String, @Nullable Integer> rows = rowsBefore();
        Map<String, List<Touch>> lives = new LinkedHashMap<>();
        for (Touch touch : touches) {
            Integer after = touch.after(rows.get(touch.row()));
            lives.computeIfAbsent(touch.row(), row -> new ArrayList<>()).add(touch);
            rows.put(touch.row(), after == null ? null : after);
            if (after == null && !rowsBefore().containsKey(touch.row())) {
                lives.remove(touch.row());
            }
        }
        return lives.entrySet().stream()
                .map(life -> seen(life.getKey(), life.getValue(), rows.get(life.getKey())))
                .toList();
    }

    private static String seen(String row, List<Touch> touches, @Nullable Integer after) {
        boolean wasThere = rowsBefore().containsKey(row);
        ChangeType type = after == null ? DELETE : wasThere ? UPDATE : CREATE;
        String first = touches.get(0).origin();
        boolean sameOrigin = touches.stream().allMatch(touch -> Objects.equals(touch.origin(), first));
        Integer state = after == null ? lastValue(row, touches) : touches.get(0).stored() ? after : null;
        return text(row, type, state, sameOrigin ? first : null);
    }

    private static @Nullable Integer lastValue(String row, List<Touch> touches) {
        Integer last = rowsBefore().get(row);
        Integer value = last;
        for (Touch touch : touches) {
            value = touch.after(value);
            last = value == null ? last : value;
        }
        return last;
    }

    private void check(int count, Function<List<EntityChange>, List<EntityChange>> merge) {
        TOUCHES.check(
                count,
                touches -> assertThat(merge.apply(told(touches)).stream().map(MergeModelTest::text))
                        .containsExactlyElementsOf(seen(touches)));
    }

    @Test
    void what_is_noted_is_what_one_sees_who_looks_before_and_after() {
        check(10_000, MergeModelTest::noted);
    }

    /** A wrong way to merge two changes of one entity. */
    private interface Wrong extends BiFunction<EntityChange, EntityChange, @Nullable EntityChange> {}

    private static List<EntityChange> noted(List<EntityChange> told, Wrong wrong) {
        Map<EntityRef, EntityChange> changes = new LinkedHashMap<>();
        told.forEach(change -> changes.merge(change.entity(), change, wrong));
        return List.copyOf(changes.values());
    }

    private static @Nullable EntityChange with(@Nullable EntityChange right, @Nullable Object @Nullable [] state) {
        return right == null
                ? null
                : new EntityChange(right.mapping(), right.entity(), right.id(), right.type(), state, right.origin());
    }

    private static Wrong table(ChangeType first, ChangeType second, ChangeType result) {
        return (one, two) -> one.type() == first && two.type() == second
                ? new EntityChange(one.mapping(), one.entity(), one.id(), result, two.state(), two.origin())
                : one.then(two);
    }

    static Stream<Arguments> a_wrong_merge_is_found() {
        return Stream.of(
                Arguments.of("a create and an update are an update", table(CREATE, UPDATE, UPDATE)),
                Arguments.of("a create and a delete are a delete", table(CREATE, DELETE, DELETE)),
                Arguments.of("an update and a delete are an update", table(UPDATE, DELETE, UPDATE)),
                Arguments.of("a delete and a create are a create", table(DELETE, CREATE, CREATE)),
                Arguments.of("a delete stays a delete", table(DELETE, CREATE, DELETE)),
                Arguments.of("the first state stays", (Wrong) (one, two) -> with(one.then(two), one.state())),
                Arguments.of("the last origin counts", (Wrong) (one, two) -> {
                    EntityChange right = one.then(two);
                    return right == null ? null : right.from(two.origin());
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_wrong_merge_is_found(String name, Wrong wrong) {
        assertThatThrownBy(() -> check(1_000, told -> noted(told, wrong)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The property does not hold");
    }
}
