package fr.jalon.projet.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.jalon.projet.redaction.ContenuProjet.ActionDite;
import fr.jalon.projet.redaction.ContenuProjet.AvisDit;
import fr.jalon.projet.redaction.ContenuProjet.FoyerDit;
import fr.jalon.projet.redaction.ContenuProjet.ObjectifDit;
import fr.jalon.projet.redaction.ContenuProjet.PartieDite;
import fr.jalon.projet.redaction.ContenuProjet.PersonneDite;
import fr.jalon.projet.redaction.ContenuProjet.RencontreDite;

/**
 * What is hidden from one recipient. An address that is withheld is hidden from everybody but the judge and those who live there, wherever it
 * was typed; facts are hidden when whoever hands over says so.
 */
public final class Masques {

    /** What stands in the place of what is hidden. */
    public static final String NON_COMMUNIQUE = "[non communiqué dans cet exemplaire]";

    /** Something that can be hidden. {@code impose}: nobody may show it to this recipient; {@code propose}: ticked at first. */
    public record Masquable(String code, String libelle, boolean impose, boolean propose) {
    }

    private Masques() {
    }

    /** Everything that can be hidden from this recipient, what is imposed first. */
    public static List<Masquable> possibles(ContenuProjet c, ModeleProjet modele, Destinataire pour) {
        List<Masquable> possibles = new ArrayList<>();
        c.foyers().stream().filter(f -> impose(f, pour)).forEach(f -> possibles.add(new Masquable("ADRESSE:" + f.id(), "Adresse protégée", true, true)));
        Set<String> dites = new HashSet<>();
        c.parties().stream().filter(p -> dit(p.texte()) && dites.add(p.code())).forEach(p -> possibles.add(new Masquable("PARTIE:" + p.code(), p.titre(),
                false, pour.genre() != Destinataire.Genre.JUGE && pour.genre() != Destinataire.Genre.ENFANT
                        && pour.genre() != Destinataire.Genre.TITULAIRE && modele.partie(p.code()).map(ModeleProjet.Partie::sensible).orElse(false))));
        for (RencontreDite r : c.rencontres()) {
            if (dit(r.paroleEnfant())) {
                possibles.add(new Masquable("PAROLE:" + r.id(), "Les mots de l’enfant", false, false));
            }
            r.personnes().stream().filter(p -> dit(p.avis()) && !aLui(p.adulteId(), pour))
                    .forEach(p -> possibles.add(new Masquable("AVIS:" + p.id(), "Ce qu’a dit " + p.nom(), false, false)));
            if (dit(r.desaccords())) {
                possibles.add(new Masquable("DESACCORDS:" + r.id(), "Les points de désaccord", false, false));
            }
        }
        c.avis().stream().filter(a -> dit(a.texte()) && !aLui(a.adulteId(), pour))
                .forEach(a -> possibles.add(new Masquable("AVIS:" + a.id(), "Ce qu’a dit " + a.nom(), false, false)));
        c.objectifs().forEach(o -> possibles.add(new Masquable("OBJECTIF:" + o.lignee(), "Objectif : " + o.objectif(), false, false)));
        return possibles;
    }

    /** What will be hidden: what is imposed, and what was chosen among what can be. */
    public static List<String> retenus(ContenuProjet c, ModeleProjet modele, Destinataire pour, List<String> choisis) {
        List<Masquable> possibles = possibles(c, modele, pour);
        Set<String> voulus = new HashSet<>(choisis == null ? List.of() : choisis);
        return possibles.stream().filter(m -> m.impose() || voulus.contains(m.code())).map(Masquable::code).toList();
    }

    /** The same content with what is hidden replaced by words that say so. */
    public static ContenuProjet appliquer(ContenuProjet c, List<String> masques) {
        Set<String> caches = new HashSet<>(masques);
        List<FoyerDit> tus = c.foyers().stream().filter(f -> caches.contains("ADRESSE:" + f.id())).toList();
        UnaryOperator<String> taire = taire(tus);
        List<FoyerDit> foyers = c.foyers().stream().map(f -> !tus.contains(f) ? f
                : new FoyerDit(f.id(), "Domicile dont l’adresse n’est pas communiquée", null, null, null, true, f.principal(), f.adultes())).toList();
        List<PartieDite> parties = c.parties().stream().map(p -> new PartieDite(p.code(), p.titre(), p.place(), p.contributeur(), p.signe(),
                caches.contains("PARTIE:" + p.code()) && dit(p.texte()) ? NON_COMMUNIQUE : taire.apply(p.texte()))).toList();
        List<RencontreDite> rencontres = c.rencontres().stream().map(r -> new RencontreDite(r.id(), r.le(), r.personnes().stream()
                .map(p -> new PersonneDite(p.id(), p.adulteId(), p.nom(), p.qualite(), p.presence(), cacher(caches, "AVIS:" + p.id(), p.avis(), taire)))
                .toList(), cacher(caches, "PAROLE:" + r.id(), r.paroleEnfant(), taire), taire.apply(r.synthese()),
                cacher(caches, "DESACCORDS:" + r.id(), r.desaccords(), taire))).toList();
        List<AvisDit> avis = c.avis().stream().map(a -> new AvisDit(a.id(), a.adulteId(), a.nom(), a.le(), a.sens(),
                cacher(caches, "AVIS:" + a.id(), a.texte(), taire))).toList();
        List<ObjectifDit> objectifs = c.objectifs().stream().map(o -> caches.contains("OBJECTIF:" + o.lignee())
                ? new ObjectifDit(o.lignee(), o.domaine(), o.domaineLibelle(), null, NON_COMMUNIQUE, null, List.of())
                : new ObjectifDit(o.lignee(), o.domaine(), o.domaineLibelle(), taire.apply(o.besoin()), taire.apply(o.objectif()), o.bilan(),
                        o.actions().stream().map(a -> new ActionDite(a.lignee(), a.aupres(), a.aupresLibelle(), taire.apply(a.libelle()),
                                taire.apply(a.qui()), a.debut(), a.fin(), a.duree(), a.echeance(), a.faiteLe())).toList())).toList();
        return new ContenuProjet(c.format(), c.modele(), c.tete(), c.enfant(), c.titulaires(), foyers, c.mesures(), rencontres, avis, parties, objectifs);
    }

    /** Titles of the parts where the commune of a hidden address is written: a machine cannot tell whether it gives the address away. */
    public static List<String> aRelire(ContenuProjet c, List<String> masques) {
        Set<String> communes = c.foyers().stream().filter(f -> masques.contains("ADRESSE:" + f.id()) && dit(f.commune()))
                .map(f -> f.commune().replaceAll("[0-9]", "").strip()).filter(s -> s.length() > 2).collect(Collectors.toSet());
        List<Pattern> motifs = communes.stream().map(Masques::motif).toList();
        Stream<Stream<String>> textes = Stream.of(
                c.parties().stream().filter(p -> !masques.contains("PARTIE:" + p.code()) && cite(motifs, p.texte())).map(PartieDite::titre),
                c.rencontres().stream().filter(r -> cite(motifs, r.synthese()) || cite(motifs, r.desaccords()) || cite(motifs, r.paroleEnfant())
                        || r.personnes().stream().anyMatch(p -> cite(motifs, p.avis()))).map(r -> "Rencontre partagée"),
                c.objectifs().stream().filter(o -> cite(motifs, o.besoin()) || cite(motifs, o.objectif())
                        || o.actions().stream().anyMatch(a -> cite(motifs, a.libelle()) || cite(motifs, a.qui()))).map(o -> "Objectif : " + o.objectif()));
        return textes.flatMap(s -> s).distinct().toList();
    }

    private static boolean impose(FoyerDit f, Destinataire pour) {
        return f.protegee() && pour.genre() != Destinataire.Genre.JUGE
                && !(pour.genre() == Destinataire.Genre.TITULAIRE && pour.adulteId() != null && f.adultes().contains(pour.adulteId()));
    }

    private static boolean aLui(UUID adulte, Destinataire pour) {
        return adulte != null && adulte.equals(pour.adulteId());
    }

    private static String cacher(Set<String> caches, String code, String texte, UnaryOperator<String> taire) {
        return caches.contains(code) && dit(texte) ? NON_COMMUNIQUE : taire.apply(texte);
    }

    private static UnaryOperator<String> taire(List<FoyerDit> tus) {
        List<Pattern> motifs = tus.stream().flatMap(f -> Stream.of(f.adresse(), f.telephone())).filter(Masques::dit).map(Masques::motif).toList();
        return texte -> {
            String net = texte;
            for (Pattern m : motifs) {
                net = net == null ? null : m.matcher(net).replaceAll(java.util.regex.Matcher.quoteReplacement(NON_COMMUNIQUE));
            }
            return net;
        };
    }

    /** The same words whatever stands between them, whatever their case and accents; a telephone number whatever its pairs. */
    private static Pattern motif(String dit) {
        String chiffres = dit.replaceAll("[^0-9]", "");
        boolean numero = chiffres.length() >= 9 && dit.replaceAll("[0-9\\s.+()-]", "").isEmpty();
        String corps = numero
                ? Arrays.stream(chiffres.split("")).collect(Collectors.joining("[\\s.\\-]?"))
                : Arrays.stream(dit.strip().split("[^\\p{L}\\p{N}]+")).filter(m -> !m.isEmpty()).map(Masques::sansAccent).collect(Collectors.joining("[^\\p{L}\\p{N}]+"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + corps + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Each vowel, c and n, with or without its accent. */
    private static String sansAccent(String mot) {
        String base = java.text.Normalizer.normalize(mot, java.text.Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase();
        StringBuilder motif = new StringBuilder();
        for (char c : base.toCharArray()) {
            motif.append(switch (c) {
                case 'a' -> "[aàâä]";
                case 'e' -> "[eéèêë]";
                case 'i' -> "[iîï]";
                case 'o' -> "[oôö]";
                case 'u' -> "[uùûü]";
                case 'c' -> "[cç]";
                case 'y' -> "[yÿ]";
                case 'n' -> "[nñ]";
                default -> Character.isLetterOrDigit(c) ? String.valueOf(c) : Pattern.quote(String.valueOf(c));
            });
        }
        return motif.toString();
    }

    private static boolean cite(List<Pattern> motifs, String texte) {
        return texte != null && motifs.stream().anyMatch(m -> m.matcher(texte).find());
    }

    private static boolean dit(String texte) {
        return texte != null && !texte.isBlank();
    }
}
