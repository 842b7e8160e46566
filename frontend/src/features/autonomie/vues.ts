/** The figures, in the order of a year's work; each is a list of the server under the same name. */
export const GROUPES: { titre: string; aide: string; vues: string[] }[] = [
  { titre: 'Dans les douze mois', aide: 'Mineurs confiés à l’aide sociale à l’enfance.', vues: ['SEIZE', 'DIX_SEPT', 'DIX_HUIT'] },
  { titre: 'L’entretien à tenir', aide: 'Dû au plus tard le jour des 17 ans ; dans les meilleurs délais pour qui entre plus tard.', vues: ['SANS_DATE', 'EN_RETARD', 'ENTRES_TARD'] },
  { titre: 'L’entretien, douze derniers mois', aide: 'Par le jour où il était dû.', vues: ['TENUS_A_TEMPS', 'TENUS_EN_RETARD', 'DECLINES', 'NON_TENUS', 'TENUS_ENTRES_TARD'] },
  { titre: 'La majorité', aide: 'Demandes, accompagnements, départs que rien ne suit.', vues: ['DEMANDES', 'SORTIE_SECHE', 'ACCOMPAGNES'] },
  { titre: 'Les sorties, douze derniers mois', aide: 'Ce que disent les fiches de sortie.', vues: ['SORTIES', 'SORTIES_LOGEMENT', 'SORTIES_RESSOURCES', 'SORTIES_ACTIVITE', 'FICHES_A_REMPLIR', 'SIX_MOIS'] },
  { titre: 'À part', aide: 'Hors de l’obligation, ou à corriger.', vues: ['CONFIES_DIRECTEMENT', 'MILIEU_OUVERT', 'SANS_NAISSANCE'] },
];

/** What the day of a line says, in each list. */
export const JOUR: Record<string, string> = {
  SEIZE: '16 ans le', DIX_SEPT: '17 ans le', DIX_HUIT: '18 ans le', SORTIE_SECHE: 'Fin le', DEMANDES: 'Demandé le', ACCOMPAGNES: '21 ans le', FICHES_A_REMPLIR: 'Sorti le',
  SORTIES: 'Sorti le', SORTIES_LOGEMENT: 'Sorti le', SORTIES_RESSOURCES: 'Sorti le', SORTIES_ACTIVITE: 'Sorti le', SIX_MOIS: 'Dû le', CONFIES_DIRECTEMENT: '18 ans le', MILIEU_OUVERT: '18 ans le', SANS_NAISSANCE: 'Confié le',
};

export const deSortie = (vue: string) => vue.startsWith('SORTIES') || vue === 'FICHES_A_REMPLIR' || vue === 'SIX_MOIS';
