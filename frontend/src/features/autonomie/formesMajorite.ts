import { le, mots, options, ouiNon, terme, type Forme } from './champs';

/** Forms of coming of age and after: person of reference, request, decision, exit, six months, return. */
export const FORMES_MAJORITE: Record<string, Forme> = {
  PERSONNE_REFERENCE: ({ aujourdhui }) => ({
    verbe: 'Noter la personne de référence',
    annonce: 'La personne de référence est notée.',
    champs: [
      le('Dit le', aujourdhui),
      ouiNon('choisie', 'Le jeune a pu choisir sa personne de référence'),
      { nom: 'nom', libelle: 'Son nom', genre: 'texte', requis: 'Indiquez la personne que le jeune a choisie.', si: (v) => v.choisie === 'OUI' },
      { nom: 'lien', libelle: 'Qui elle est pour lui', genre: 'texte', si: (v) => v.choisie === 'OUI' },
      { nom: 'telephone', libelle: 'Téléphone', genre: 'texte', si: (v) => v.choisie === 'OUI' },
      mots('texte', 'Note'),
    ],
  }),
  DEMANDE: ({ a, aujourdhui }) => ({
    verbe: 'Noter la demande',
    annonce: 'La demande est notée.',
    consequence: 'Une demande attend une décision écrite. Un jeune qui ne souhaite rien aujourd’hui pourra revenir jusqu’à 21 ans.',
    champs: [
      le('Demande du', aujourdhui),
      ouiNon('souhait', a.jeuneMajeur ? 'Le jeune souhaite la suite de son accompagnement' : 'Le jeune souhaite être accompagné après 18 ans'),
      mots('texte', 'Ce qu’il demande, dans ses mots'),
    ],
  }),
  DECISION: ({ choix, aujourdhui }) => ({
    verbe: 'Décider',
    annonce: 'La décision est enregistrée.',
    consequence: 'Un accord ouvre une vraie mesure de jeune majeur, avec son terme. Un refus est motivé et dit les recours.',
    champs: [
      le('Décision du', aujourdhui),
      ouiNon('accord', 'L’accompagnement est accordé'),
      { nom: 'motifRefus', libelle: 'Motif du refus', genre: 'liste', options: options(choix.motifsRefus, 'Choisir…'), requis: 'Choisissez dans la liste.', si: (v) => v.accord === 'NON' },
      ...(choix.produits.length > 1 ? [{ nom: 'produit', libelle: 'Accompagnement', genre: 'liste' as const, options: options(choix.produits, 'Choisir…'), requis: 'Choisissez dans la liste.', si: (v: { accord?: unknown }) => v.accord === 'OUI' }] : []),
      { nom: 'exercice', libelle: 'Exercé par', genre: 'liste', options: [{ value: 'UNITE', label: 'L’équipe du territoire' }, { value: '', label: 'Un service à trouver' }, ...options(choix.services)], defaut: 'UNITE', si: (v) => v.accord === 'OUI' },
      { nom: 'debutPrevu', libelle: 'À partir du', genre: 'date', aide: 'Vide : le jour de la majorité, ou celui de la décision.', si: (v) => v.accord === 'OUI' },
      ...terme('P6M').map((t) => ({ ...t, si: (v: Record<string, unknown>) => v.accord === 'OUI' && (t.nom === 'duree' || !v.duree) })),
      mots('motivation', 'Motivation', 'Les raisons de la décision, telles qu’elles seront dites au jeune.'),
      { ...mots('recours', 'Voies et délais de recours', undefined, 'Dites au jeune ses voies et délais de recours.'), defaut: choix.recours, si: (v) => v.accord === 'NON' },
    ],
    corps: ({ exercice, ...v }) => ({ ...v, exerceeParUnite: exercice === 'UNITE', serviceId: exercice && exercice !== 'UNITE' ? exercice : null }),
  }),
  DECISION_REFUS: ({ choix, aujourdhui }) => ({
    verbe: 'Refuser la suite',
    annonce: 'Le refus est enregistré.',
    consequence: 'L’accompagnement en cours va jusqu’à son terme. Le refus est motivé et dit les recours.',
    champs: [
      le('Décision du', aujourdhui),
      { nom: 'motifRefus', libelle: 'Motif du refus', genre: 'liste', options: options(choix.motifsRefus, 'Choisir…'), requis: 'Choisissez dans la liste.' },
      mots('motivation', 'Motivation', 'Les raisons du refus, telles qu’elles seront dites au jeune.', 'Un refus est motivé : écrivez-en les raisons.'),
      { ...mots('recours', 'Voies et délais de recours', undefined, 'Dites au jeune ses voies et délais de recours.'), defaut: choix.recours },
    ],
    corps: (v) => ({ ...v, accord: false }),
  }),
  RENOUVELLEMENT: ({ aujourdhui }) => ({
    verbe: 'Renouveler',
    annonce: 'L’accompagnement est renouvelé.',
    champs: [le('Décision du', aujourdhui), ...terme('P6M'), mots('motivation', 'Motivation')],
  }),
  SORTIE: ({ a, choix, aujourdhui }) => ({
    verbe: 'Remplir la fiche de sortie',
    annonce: 'La fiche de sortie est remplie.',
    consequence: 'Ces réponses font les chiffres des sorties. L’entretien des six mois est dû à qui part majeur ou émancipé.',
    champs: [
      le('Sortie le', a.sortieLe ?? aujourdhui),
      { nom: 'motif', libelle: 'Pourquoi le jeune part', genre: 'liste', options: options(choix.motifsSortie, 'Choisir…'), requis: 'Choisissez dans la liste.' },
      { nom: 'emancipe', libelle: 'Mineur émancipé', genre: 'case' },
      ouiNon('souhaitee', 'Le jeune souhaitait cette sortie'),
      { nom: 'logement', libelle: 'Où il va vivre', genre: 'liste', options: options(choix.logements, 'Choisir…'), requis: 'Choisissez dans la liste.', partie: { titre: 'Logement' } },
      { ...ouiNon('logementStable', 'Ce logement est stable'), partie: { titre: 'Logement' } },
      { ...ouiNon('ressources', 'Il a accès à des ressources financières'), partie: { titre: 'Ressources' } },
      { nom: 'ressource', libelle: 'Lesquelles', genre: 'liste', options: options(choix.ressources, 'Non précisé'), si: (v) => v.ressources === 'OUI', partie: { titre: 'Ressources' } },
      { ...ouiNon('activite', 'Il est inscrit dans un parcours professionnel ou scolaire'), partie: { titre: 'Études et travail' } },
      { nom: 'activiteCode', libelle: 'Lequel', genre: 'liste', options: options(choix.activites, 'Non précisé'), si: (v) => v.activite === 'OUI', partie: { titre: 'Études et travail' } },
      { nom: 'diplome', libelle: 'Il a obtenu un diplôme', genre: 'case', partie: { titre: 'Études et travail' } },
      ouiNon('droitCommun', 'Il a accès au droit commun', 'Couverture santé, aides au logement, mission locale…'),
      mots('texte', 'Ce qu’il faut savoir de cette sortie'),
    ],
  }),
  SUIVI: ({ aujourdhui }) => ({
    verbe: 'Ouvrir le suivi',
    annonce: 'Le suivi après la sortie est ouvert.',
    consequence: 'Trois mois, renouvelables une fois.',
    champs: [le('À partir du', aujourdhui), mots('texte', 'Sur quoi il porte')],
  }),
  ENTRETIEN_SIX_MOIS: ({ aujourdhui }) => ({
    verbe: 'Noter l’entretien des six mois',
    annonce: 'L’entretien des six mois est noté.',
    champs: [
      {
        nom: 'issue', libelle: 'L’entretien', genre: 'radio', requis: 'Dites si l’entretien a été tenu, décliné, ou n’a pu avoir lieu.',
        options: [{ value: 'TENU', label: 'A été tenu' }, { value: 'DECLINE', label: 'A été décliné par le jeune' }, { value: 'IMPOSSIBLE', label: 'N’a pu avoir lieu', description: 'Le jeune n’a pas pu être joint, par exemple.' }],
      },
      le('Date', aujourdhui),
      { nom: 'personneConfiancePresente', libelle: 'La personne de confiance était présente', genre: 'case', si: (v) => v.issue === 'TENU' },
      mots('texte', 'Où en est le jeune, ce qui lui a été rappelé de ses droits'),
    ],
  }),
  ENTRETIEN_SUPPLEMENTAIRE: ({ aujourdhui }) => ({
    verbe: 'Noter l’entretien',
    annonce: 'L’entretien supplémentaire est noté.',
    champs: [le('Entretien du', aujourdhui), { nom: 'demandeLe', libelle: 'Demandé par le jeune le', genre: 'date', passe: true }, mots('texte', 'Note')],
  }),
  RETOUR: ({ aujourdhui }) => ({
    verbe: 'Noter le retour',
    annonce: 'Le retour est noté : une décision est attendue.',
    consequence: 'Le retour est une demande d’accompagnement : elle attend une décision. L’entretien des six mois n’est plus dû.',
    champs: [le('Revenu le', aujourdhui), mots('texte', 'Ce qu’il demande')],
  }),
  CLOTURE: ({ choix, aujourdhui }) => ({
    verbe: 'Clore le parcours',
    annonce: 'Le parcours est clos.',
    champs: [le('Clos le', aujourdhui), { nom: 'motif', libelle: 'Motif', genre: 'liste', options: options(choix.motifsFin, 'Choisir…'), requis: 'Choisissez dans la liste.' }, mots('texte', 'Pourquoi', undefined, 'Écrivez pourquoi ce parcours est clos.')],
  }),
};
