package fr.jalon.commun.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class RegroupementTest {

    private static final String PARENT = "insert into parent(id, dit) values (?, cast(? as jsonb))";
    private static final String ENFANT = "insert into enfant(id, parent) values (?, ?) on conflict do nothing";

    @Test
    void the_same_insert_written_twice_is_one_insert_of_two_rows_at_the_first_place() {
        assertThat(Regroupement.de(List.of(Regroupement.ordre(PARENT, 1, "a"), Regroupement.ordre(ENFANT, 10, 1),
                Regroupement.ordre(PARENT, 2, null), Regroupement.ordre(ENFANT, 20, 2)))).containsExactly(
                        Regroupement.ordre("insert into parent(id, dit) values (?, cast(? as jsonb)), (?, cast(? as jsonb))", 1, "a", 2, null),
                        Regroupement.ordre("insert into enfant(id, parent) values (?, ?), (?, ?) on conflict do nothing", 10, 1, 20, 2));
    }

    @Test
    void no_row_passes_a_statement_that_changes_rows() {
        List<Regroupement.Ordre> ordres = List.of(Regroupement.ordre(ENFANT, 1, 1), Regroupement.ordre("delete from enfant where id = ?", 2),
                Regroupement.ordre(ENFANT, 2, 1));
        assertThat(Regroupement.de(ordres)).isEqualTo(ordres);
    }

    @Test
    void inserts_that_read_or_update_are_left_as_written() {
        List<Regroupement.Ordre> ordres = List.of(Regroupement.ordre("insert into t(a) select ? where not exists (select 1 from t)", 1),
                Regroupement.ordre("insert into t(a) select ? where not exists (select 1 from t)", 2),
                Regroupement.ordre("insert into t(a) values (?) on conflict (a) do update set a = abs(excluded.a)", 3),
                Regroupement.ordre("insert into t(a) values (?) on conflict (a) do update set a = abs(excluded.a)", 3));
        assertThat(Regroupement.de(ordres)).isEqualTo(ordres);
    }
}
