package fr.jalon.indicateur;

import java.time.LocalDate;

/** Near the figures over informations and IPs: same year or same day, and the condition that leaves out. */
final class ProchesIp {

    private ProchesIp() {
    }

    static void de(Formule f, Faits faits, Portee portee, Voisinage v) {
        if (f instanceof Formule.Entrantes e) {
            faits.informations().stream().filter(i -> portee.contient(i.recue())).forEach(i -> v.juger(i.id(), comptee(i),
                    e.issue() == null ? jointe(i) : e.voulue(i) ? null : issue(i)));
        } else if (f instanceof Formule.Flux x) {
            etape(x.etape(), faits, portee, v);
        } else if (f instanceof Formule.Duree d) {
            etape(d.etape(), faits, portee, v);
        } else if (f instanceof Formule.PartATerme p) {
            faits.ips().forEach(ip -> terme(p, ip, portee, v));
        } else if (f instanceof Formule.Ouvertes o) {
            faits.ips().forEach(ip -> ouverte(o, ip, portee, v));
        } else if (f instanceof Formule.Tenues) {
            LocalDate jour = portee.jour();
            faits.ips().stream().filter(ip -> portee.compte(ip.uniteLe(jour)) && ip.consignes().stream().anyMatch(c -> c.ouvertLe(jour) || c.touche(portee.du(), jour)))
                    .forEach(ip -> v.juger(ip.id(), ip.ouverteLe(jour) ? null : "IP closes à cette date",
                            ip.consignes().stream().anyMatch(c -> c.ouvertLe(jour)) ? null : "Consignes levées"));
        } else if (f instanceof Formule.Cohorte) {
            faits.informations().stream().filter(i -> portee.contient(i.recue())).forEach(i -> v.juger(i.id(), comptee(i), jointe(i)));
        } else if (f instanceof Formule.Mineurs) {
            faits.ips().stream().filter(ip -> portee.contient(Formule.Etape.QUALIFIEE.de(ip))).forEach(ip -> ip.mineurs()
                    .forEach(m -> v.juger(m.enfant(), m.comptable(portee.jour()) ? null : RaisonsExclusion.A_NAITRE)));
        }
    }

    /** Informations received by the units asked, or by the others. */
    static void recuesPar(FormuleSuivi.RecuesPar r, Faits faits, Portee portee, Voisinage v) {
        faits.informations().stream().filter(i -> portee.contient(i.recue())).forEach(i -> v.juger(i.id(), comptee(i), jointe(i),
                r.compte(i) ? null : r.autres() ? "Reçues par les unités mises à part" : "Reçues par d’autres unités"));
    }

    private static String comptee(Faits.Information i) {
        return i.comptee() ? null : RaisonsExclusion.DECLAREES;
    }

    private static String jointe(Faits.Information i) {
        return "JOINTE".equals(i.issue()) ? RaisonsExclusion.JOINTES : null;
    }

    private static String issue(Faits.Information i) {
        return i.issue() == null ? "Informations en attente de leur première analyse" : switch (i.issue()) {
            case "IP" -> "Qualifiées information préoccupante";
            case "JOINTE" -> RaisonsExclusion.JOINTES;
            case "NON_QUALIFIEE" -> "Non qualifiées";
            default -> "Transmises ou réorientées";
        };
    }

    private static void etape(Formule.Etape etape, Faits faits, Portee portee, Voisinage v) {
        for (Faits.Ip ip : faits.ips()) {
            Faits.Fait fait = etape.de(ip);
            if (portee.contient(fait)) {
                v.juger(ip.id());
            } else if ((fait == null || fait.jour().isAfter(portee.jour())) && portee.compte(ip.uniteLe(portee.jour()))
                    && ip.traitement().stream().anyMatch(t -> t.touche(portee.du(), portee.jour()))) {
                v.hors(ip.id(), 0, ip.ouverteLe(portee.jour()) ? "IP encore ouvertes" : switch (etape) {
                    case RAPPORT -> "IP closes sans rapport";
                    case SANS_DECISION -> "IP closes après une décision";
                    default -> "IP closes sans décision";
                });
            }
        }
        if (etape == Formule.Etape.QUALIFIEE) {
            faits.informations().stream().filter(i -> portee.contient(i.recue()) && !"IP".equals(i.issue()))
                    .forEach(i -> v.hors(i.id(), 0, i.comptee() ? issue(i) : RaisonsExclusion.DECLAREES));
        }
    }

    private static void terme(Formule.PartATerme p, Faits.Ip ip, Portee portee, Voisinage v) {
        LocalDate terme = ip.legale() == null ? ip.recue().plusMonths(3) : ip.legale();
        if (terme.isBefore(portee.du()) || terme.isAfter(portee.au()) || !portee.compte(ip.uniteLe(terme))) {
            return;
        }
        if (ip.legale() == null) {
            v.hors(ip.id(), 0, "Date légale annulée");
            return;
        }
        v.juger(ip.id(), ip.reduite() == p.reduite() ? null : p.reduite() ? "IP sans délai réduit" : "IP dont le délai est réduit, comptées à part",
                p.horsConsigne() && ip.tenueAvantTerme() ? RaisonsExclusion.CONSIGNE : null,
                terme.isAfter(portee.jour()) ? "Date légale encore à venir" : null);
    }

    private static void ouverte(Formule.Ouvertes o, Faits.Ip ip, Portee portee, Voisinage v) {
        LocalDate jour = portee.jour();
        if (!portee.compte(ip.uniteLe(jour))) {
            return;
        }
        if (ip.ouverteLe(jour)) {
            v.juger(ip.id(), ip.recue().plusMonths(o.mois()).isAfter(jour) ? "Reçues depuis moins de " + o.mois() + " mois" : null,
                    o.moinsDe() == null || ip.recue().plusMonths(o.moinsDe()).isAfter(jour) ? null : "Reçues depuis " + o.moinsDe() + " mois et plus");
        } else if (o.mois() == 0 && o.moinsDe() == null && ip.traitement().stream().anyMatch(t -> t.touche(portee.du(), jour))) {
            v.hors(ip.id(), 0, RaisonsExclusion.FINIES);
        }
    }
}
