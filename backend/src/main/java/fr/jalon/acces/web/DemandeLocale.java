package fr.jalon.acces.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;

/** Whether a request was made on the machine itself: what a proxy or a caller writes in its headers does not count. */
final class DemandeLocale {

    private DemandeLocale() {
    }

    static boolean est(HttpServletRequest demande) {
        ServletRequest brute = demande;
        while (brute instanceof ServletRequestWrapper enveloppe) {
            // The filter of forwarded headers answers with what they say; the socket is underneath.
            brute = enveloppe.getRequest();
        }
        HttpServletRequest recue = (HttpServletRequest) brute;
        String adresse = recue.getRemoteAddr();
        return ("127.0.0.1".equals(adresse) || "0:0:0:0:0:0:0:1".equals(adresse)) && recue.getHeader("X-Forwarded-For") == null
                && recue.getHeader("Forwarded") == null;
    }
}
