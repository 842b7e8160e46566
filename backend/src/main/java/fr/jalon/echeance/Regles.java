package fr.jalon.echeance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** The rules in force. Every act asks them, so they are kept in memory and asked again after a while: another node may edit. */
@Component
class Regles {

    private static final long RELIRE_APRES_NS = 10_000_000_000L;

    private record Lues(Map<String, List<Regle>> parCode, long a) {
    }

    private final RegleEnBase base;
    /** A version never changes but for the day it ends, read again with the others. */
    private final Map<UUID, Regle> versions = new ConcurrentHashMap<>();
    private volatile Lues lues;

    Regles(RegleEnBase base) {
        this.base = base;
    }

    Regle enVigueur(String code, LocalDate jour) {
        List<Regle> regles = parCode().get(code);
        if (regles == null) {
            throw new IllegalStateException("L’horloge légale ne connaît pas la règle " + code);
        }
        return regles.stream().filter(r -> r.enVigueur(jour)).findFirst().orElse(regles.get(0));
    }

    boolean connait(String code) {
        return parCode().containsKey(code);
    }

    Regle version(UUID id) {
        return versions.computeIfAbsent(id, base::version);
    }

    List<Regle> de(String code) {
        return parCode().getOrDefault(code, List.of());
    }

    List<Regle> toutes() {
        return base.toutes();
    }

    void oublier() {
        lues = null;
        versions.clear();
    }

    private Map<String, List<Regle>> parCode() {
        Lues connues = lues;
        if (connues == null || System.nanoTime() - connues.a() > RELIRE_APRES_NS) {
            connues = new Lues(base.toutes().stream().collect(Collectors.groupingBy(Regle::code)), System.nanoTime());
            lues = connues;
            versions.clear();
        }
        return connues.parCode();
    }
}
