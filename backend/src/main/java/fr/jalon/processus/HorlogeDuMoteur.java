package fr.jalon.processus;

import java.time.Duration;

import fr.jalon.commun.temps.Horloge;
import jakarta.annotation.PostConstruct;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the engine's clock on business time: its timers fire on the day people see, on every node. No offset in production. */
@Component
class HorlogeDuMoteur {

    private final Horloge horloge;
    private int pose;

    HorlogeDuMoteur(Horloge horloge) {
        this.horloge = horloge;
    }

    @PostConstruct
    @Scheduled(fixedDelay = 5000)
    synchronized void suivre() {
        int jours = horloge.decalage();
        if (jours != pose) {
            ClockUtil.offset(Duration.ofDays(jours).toMillis());
            pose = jours;
        }
    }
}
