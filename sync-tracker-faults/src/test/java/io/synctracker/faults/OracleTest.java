package io.synctracker.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.EntityRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The oracle is content with what is right, and sees each thing that can be wrong. */
class OracleTest {

    private static final EntityRef ANN = new EntityRef("customer", "1");
    private static final Write CREATED = new Write(1, "CREATE", "a");
    private static final Write UPDATED = new Write(2, "UPDATE", "b");
    private static final Write DELETED = new Write(3, "DELETE", "c");

    private static Visit visit(long began, long ended, long sequence, Write write) {
        boolean delete = write.isDelete();
        return new Visit(
                began,
                ended,
                "n",
                ANN,
                write.action(),
                sequence,
                delete ? 0 : write.revision(),
                delete ? "" : write.stamp(),
                true);
    }

    private static Visit refused(Visit visit) {
        return visit.ended(visit.ended(), false);
    }

    private static List<String> judge(List<Visit> visits, Write... written) {
        return Oracle.judge(visits, Map.of(ANN, List.of(written)), Set.of());
    }

    private static List<String> judgeEach(List<Visit> visits, Write... written) {
        return Oracle.judge(visits, Map.of(ANN, List.of(written)), Set.of("customer"));
    }

    @Test
    void all_is_well_if_each_change_is_told_in_order() {
        List<Visit> visits = List.of(visit(0, 1, 1, CREATED), visit(2, 3, 2, UPDATED), visit(4, 5, 3, DELETED));

        assertThat(judgeEach(visits, CREATED, UPDATED, DELETED)).isEmpty();
    }

    @Test
    void a_delivery_that_is_repeated_is_no_violation() {
        List<Visit> visits =
                List.of(visit(0, 1, 1, CREATED), refused(visit(2, 3, 2, UPDATED)), visit(4, 5, 2, UPDATED));

        assertThat(judgeEach(visits, CREATED, UPDATED)).isEmpty();
    }

    @Test
    void changes_that_are_folded_are_no_violation() {
        assertThat(judge(List.of(visit(0, 1, 2, UPDATED)), CREATED, UPDATED)).isEmpty();
    }

    @Test
    void an_entity_that_came_and_went_unseen_is_no_violation() {
        assertThat(judge(List.of(), CREATED, DELETED)).isEmpty();
    }

    @Test
    void a_change_that_never_arrived_is_lost() {
        assertThat(judge(List.of(visit(0, 1, 1, CREATED)), CREATED, UPDATED))
                .singleElement()
                .asString()
                .startsWith("lost");
    }

    @Test
    void a_change_that_was_refused_is_lost() {
        assertThat(judge(List.of(visit(0, 1, 1, CREATED), refused(visit(2, 3, 2, UPDATED))), CREATED, UPDATED))
                .singleElement()
                .asString()
                .startsWith("lost");
    }

    @Test
    void an_entity_of_which_nothing_arrived_is_lost() {
        assertThat(judge(List.of(), CREATED)).singleElement().asString().startsWith("lost");
    }

    @Test
    void a_delete_that_never_arrived_is_lost() {
        assertThat(judge(List.of(visit(0, 1, 1, CREATED)), CREATED, DELETED))
                .singleElement()
                .asString()
                .startsWith("lost");
    }

    @Test
    void an_entity_that_is_gone_outside_and_lives_here_is_lost() {
        List<Visit> visits = List.of(visit(0, 1, 1, CREATED), visit(2, 3, 3, DELETED));

        assertThat(judge(visits, CREATED, DELETED, new Write(4, "CREATE", "d")))
                .singleElement()
                .asString()
                .startsWith("lost");
    }

    @Test
    void an_older_change_after_a_newer_one_is_out_of_order() {
        List<Visit> visits = List.of(visit(0, 1, 2, UPDATED), visit(2, 3, 1, CREATED), visit(4, 5, 2, UPDATED));

        assertThat(judge(visits, CREATED, UPDATED)).hasSize(2).allMatch(violation -> violation.startsWith("order"));
    }

    @Test
    void an_older_content_under_a_newer_sequence_is_out_of_order() {
        Write third = new Write(3, "UPDATE", "c");
        List<Visit> visits = List.of(visit(0, 1, 1, UPDATED), visit(2, 3, 2, CREATED), visit(4, 5, 3, third));

        assertThat(judge(visits, CREATED, UPDATED, third))
                .singleElement()
                .asString()
                .startsWith("order");
    }

    @Test
    void a_delete_that_comes_after_the_next_life_is_out_of_order() {
        Write reborn = new Write(4, "CREATE", "d");
        List<Visit> visits = List.of(
                visit(0, 1, 1, CREATED), visit(2, 3, 4, reborn), visit(4, 5, 3, DELETED), visit(6, 7, 4, reborn));

        assertThat(judge(visits, CREATED, DELETED, reborn))
                .singleElement()
                .asString()
                .startsWith("order");
    }

    @Test
    void two_deliveries_at_once_overlap() {
        assertThat(judge(List.of(visit(0, 2, 1, CREATED), visit(1, 3, 2, UPDATED)), CREATED, UPDATED))
                .singleElement()
                .asString()
                .startsWith("overlap");
    }

    @Test
    void a_delivery_that_has_not_ended_overlaps_the_next_one() {
        assertThat(judge(
                        List.of(refused(visit(0, Long.MAX_VALUE, 1, CREATED)), visit(1, 3, 2, UPDATED)),
                        CREATED,
                        UPDATED))
                .singleElement()
                .asString()
                .startsWith("overlap");
    }

    @Test
    void a_change_that_was_rolled_back_is_an_invention() {
        Write rolledBack = new Write(2, "UPDATE", "never");
        List<Visit> visits = List.of(visit(0, 1, 1, CREATED), visit(2, 3, 2, rolledBack), visit(4, 5, 3, UPDATED));

        assertThat(judge(visits, CREATED, UPDATED)).singleElement().asString().startsWith("invention");
    }

    @Test
    void a_delete_that_was_rolled_back_is_an_invention() {
        List<Visit> visits = List.of(visit(0, 1, 1, CREATED), visit(2, 3, 2, DELETED), visit(4, 5, 3, UPDATED));

        assertThat(judge(visits, CREATED, UPDATED)).singleElement().asString().startsWith("invention");
    }

    @Test
    void a_change_in_the_middle_that_was_not_told_is_a_gap_where_each_must_be() {
        List<Visit> visits = List.of(visit(0, 1, 1, CREATED), visit(2, 3, 3, DELETED));

        assertThat(judgeEach(visits, CREATED, UPDATED, DELETED))
                .singleElement()
                .asString()
                .startsWith("gap");
    }
}
