import type { Valeurs } from '../../commun/formulaire/FormeActe';
import { dateLongue } from '../../commun/temps';
import { concerne, guide, le, lignes, mots, options, ouiNon, situations, type Contexte, type Forme } from './champs';

/** Forms of the way to 18: invitation, interview, what is notified, projet, calendar, and what is kept true all along. */
export const FORMES_ENTRETIEN: Record<string, Forme> = {
  INVITATION: ({ a, choix, aujourdhui }) => ({
    verbe: 'Préparer l’invitation',
    annonce: 'L’invitation est prête : vous pouvez l’imprimer.',
    consequence: 'La lettre au jeune s’imprime ensuite depuis son parcours, avec la date, le lieu et les personnes dites ici.',
    champs: [
      le('Invitation du', aujourdhui),
      {
        nom: 'rendezVousLe', libelle: 'Rendez-vous le', genre: 'date', requis: 'Indiquez le jour du rendez-vous.',
        aide: a.tardive ? 'Entré à 17 ans ou plus : dans les meilleurs délais.' : `À tenir au plus tard le ${dateLongue(a.dixSeptLe)}, jour des 17 ans.`,
      },
      { nom: 'heure', libelle: 'Heure', genre: 'heure' },
      { nom: 'lieuCode', libelle: 'Où', genre: 'liste', options: options(choix.lieux, 'Non précisé'), aide: 'Là où le jeune se sent à l’aise.' },
      { nom: 'lieu', libelle: 'Adresse ou précision', genre: 'texte', aide: 'Écrite sur la lettre.' },
      { nom: 'personneConfiance', libelle: 'Personne de confiance choisie par le jeune', genre: 'texte', aide: 'Une personne majeure qu’il désigne lui-même (L223-1-3).' },
      { nom: 'lienPersonneConfiance', libelle: 'Qui elle est pour lui', genre: 'texte', si: (v) => !!v.personneConfiance },
      { nom: 'professionnels', libelle: 'Professionnels invités', genre: 'cases', options: options(choix.professionnels) },
      { nom: 'noms', libelle: 'Leurs noms', genre: 'long', aide: 'Un par ligne.' },
      mots('texte', 'Note'),
    ],
    corps: (v) => ({ ...v, noms: lignes(v.noms) }),
  }),
  ENTRETIEN: (c) => entretien(c, false),
  ENTRETIEN_EXCEPTIONNEL: (c) => entretien(c, true),
  NOTIFICATION: ({ choix, aujourdhui }) => ({
    verbe: 'Notifier les conditions',
    annonce: 'Les conditions sont notifiées : vous pouvez imprimer la notification.',
    consequence: 'La notification s’imprime ensuite depuis le parcours, avec les voies de recours. Elle se remet au jeune : un compte rendu ne suffit pas.',
    champs: [
      le('Notifié le', aujourdhui),
      { nom: 'moyen', libelle: 'Moyen', genre: 'liste', options: options(choix.moyens, 'Choisir…'), requis: 'Choisissez dans la liste.' },
      ...choix.demarches.map((d) => ({ nom: `conditions.${d.code}`, libelle: d.libelle, genre: 'long' as const, partie: { titre: 'Conditions de l’accompagnement', aide: 'Ce à quoi le département s’engage, domaine par domaine ; laissez vide ce qui ne concerne pas le jeune.' } })),
      mots('texte', 'Un mot au jeune', 'Écrit en tête de la notification.'),
    ],
  }),
  PROJET_ACCES: ({ a, choix, aujourdhui }) => ({
    verbe: 'Écrire le projet',
    annonce: 'Le projet d’accès à l’autonomie est écrit.',
    champs: [
      le('Établi le', aujourdhui),
      ouiNon('jeunePresent', 'Le jeune y a participé', 'Le projet s’élabore avec lui ; sans lui, dites pourquoi.'),
      ...choix.rubriques.filter((r) => concerne(a, r.concerne) && !r.parole).map((r) => ({ nom: `domaines.${r.code}`, libelle: 'Ce qui est prévu', genre: 'long' as const, partie: { titre: r.libelle } })),
      { nom: 'institutions', libelle: 'Institutions associées', genre: 'cases', options: options(choix.professionnels) },
      mots('texte', 'Ce que dit le jeune du projet'),
    ],
  }),
  REPERE: ({ choix, aujourdhui }) => ({
    verbe: 'Noter le repère',
    annonce: 'Le repère est noté.',
    champs: [
      { nom: 'etat', libelle: 'Ce repère', genre: 'radio', requis: 'Dites si c’est fait ou sans objet.', options: [{ value: 'FAIT', label: 'Est fait' }, { value: 'SANS_OBJET', label: 'Est sans objet' }] },
      le('Date', aujourdhui),
      { nom: 'participants', libelle: 'Avec', genre: 'cases', options: options(choix.professionnels), si: (v) => v.etat === 'FAIT' },
      { nom: 'motif', libelle: 'Pourquoi il est sans objet', genre: 'liste', options: options(choix.motifsRepere, 'Choisir…'), requis: 'Choisissez dans la liste.', si: (v) => v.etat === 'SANS_OBJET' },
      mots('texte', 'Note'),
    ],
  }),
  SITUATION: ({ a }) => ({
    verbe: 'Préciser la situation',
    annonce: 'La situation est précisée : le calendrier suit.',
    champs: [
      { ...ouiNon('mna', 'Mineur non accompagné', 'Son calendrier comprend alors le titre de séjour.'), defaut: a.mna ? 'OUI' : 'NON' },
      { ...ouiNon('mdph', 'Concerné par la MDPH', 'Son calendrier comprend alors le renouvellement des droits.'), defaut: a.mdph ? 'OUI' : 'NON' },
    ],
  }),
  COORDONNEES: ({ aujourdhui }) => ({
    verbe: 'Enregistrer',
    annonce: 'Les coordonnées sont à jour.',
    consequence: 'Sans l’accord du jeune, rien n’est gardé : ce qui était noté est effacé.',
    champs: [
      le('Dit le', aujourdhui),
      ouiNon('consentement', 'Le jeune accepte que ses coordonnées soient gardées pour être joint après sa sortie'),
      { nom: 'telephone', libelle: 'Téléphone', genre: 'texte', si: (v) => v.consentement === 'OUI' },
      { nom: 'courriel', libelle: 'Courriel', genre: 'texte', si: (v) => v.consentement === 'OUI' },
      { nom: 'adresse', libelle: 'Adresse', genre: 'long', si: (v) => v.consentement === 'OUI' },
    ],
  }),
  COMMISSION: ({ choix, aujourdhui }) => ({
    verbe: 'Noter l’avis',
    annonce: 'L’avis de la commission est noté.',
    champs: [le('Commission du', aujourdhui), { nom: 'avis', libelle: 'Avis', genre: 'liste', options: options(choix.avisCommission, 'Choisir…'), requis: 'Choisissez dans la liste.' }, mots('texte', 'Note')],
  }),
};

/** The guided form: what to talk about stands beside what is noted, and everything is kept as it is typed. */
function entretien({ a, choix, aujourdhui }: Contexte, second: boolean): ReturnType<Forme> {
  const tenu = (v: Valeurs) => v.issue === 'TENU';
  return {
    verbe: second ? 'Noter le second entretien' : 'Noter l’entretien',
    annonce: 'L’entretien est noté.',
    consequence: second ? undefined : 'Un entretien tenu ou décliné fait naître la notification des conditions d’accompagnement. Un entretien qui n’a pas eu lieu reste dû.',
    champs: [
      {
        nom: 'issue', libelle: 'L’entretien', genre: 'radio', requis: 'Dites si l’entretien a été tenu, décliné par le jeune, ou n’a pas eu lieu.',
        options: [
          { value: 'TENU', label: 'A été tenu' },
          { value: 'DECLINE', label: 'A été décliné par le jeune', description: 'C’est son droit, et il pourra changer d’avis.' },
          ...(second ? [] : [{ value: 'NON_TENU', label: 'N’a pas eu lieu' }]),
        ],
      },
      le('Date', a.rendezVousLe && a.rendezVousLe <= aujourdhui ? a.rendezVousLe : aujourdhui, a.tardive || second ? undefined : `Dû au plus tard le ${dateLongue(a.dixSeptLe)}.`),
      ...(second ? [] : [{ nom: 'motif', libelle: 'Pourquoi il n’a pas eu lieu', genre: 'liste' as const, options: options(choix.motifsNonTenu, 'Choisir…'), requis: 'Choisissez dans la liste.', si: (v: Valeurs) => v.issue === 'NON_TENU' }]),
      { nom: 'personneConfiancePresente', libelle: 'La personne de confiance était présente', genre: 'case', si: tenu },
      { nom: 'professionnels', libelle: 'Professionnels présents', genre: 'cases', options: options(choix.professionnels), si: tenu },
      ...guide(choix.rubriques.filter((r) => concerne(a, r.concerne))).map((f) => ({ ...f, si: tenu })),
      ...(second ? [{ nom: 'motif', libelle: 'Pourquoi un second entretien', genre: 'liste' as const, options: options(choix.motifsSecondEntretien, 'Choisir…'), requis: 'Choisissez dans la liste.' }] : []),
      second ? mots('texte', 'Quels besoins ont changé', undefined, 'Écrivez quels besoins ont changé depuis le premier entretien.') : mots('texte', 'Note'),
    ],
    corps: (v) => {
      const { situations: cochees, reste } = situations(v);
      return { ...reste, situations: cochees, genre: second ? 'EXCEPTIONNEL' : 'ORDINAIRE' };
    },
  };
}
