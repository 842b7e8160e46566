package fr.jalon.ip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumerosTest {

    @Test
    void a_reference_is_read_as_it_is_typed() {
        assertThat(Numeros.lus("IP-2026-0412", 2026)).containsExactly("IP-2026-0412");
        assertThat(Numeros.lus("ip 2026 412", 2026)).containsExactly("IP-2026-0412");
        assertThat(Numeros.lus("2025-412", 2026)).containsExactly("IP-2025-0412", "INF-2025-0412");
        assertThat(Numeros.lus("inf 12", 2011)).containsExactly("INF-2010-0012", "INF-2011-0012");
        assertThat(Numeros.lus("Martin Lucas", 2026)).isEmpty();
        assertThat(Numeros.lus("12/03/2016", 2026)).isEmpty();
    }
}
