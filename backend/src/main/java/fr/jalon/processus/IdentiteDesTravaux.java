package fr.jalon.processus;

import fr.jalon.acces.IdentiteCourante;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** The engine's own threads act as the engine: their transactions begin with its identity, without which the database answers nobody. */
@Component
class IdentiteDesTravaux implements BeanPostProcessor {

    private static final String FILS_DU_MOTEUR = "camundaTaskExecutor";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String nom) {
        if (nom.equals(FILS_DU_MOTEUR) && bean instanceof ThreadPoolTaskExecutor fils) {
            fils.setTaskDecorator(travail -> () -> IdentiteCourante.en(VeilleDuMoteur.MOTEUR, () -> {
                travail.run();
                return null;
            }));
        }
        return bean;
    }
}
