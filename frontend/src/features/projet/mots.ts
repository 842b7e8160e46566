/** Codes of a projet in words, where the server gives the code alone. */
export const PRESENCES = [
  { value: '', label: 'Non invitée' }, { value: 'PRESENTE', label: 'Présente' }, { value: 'ABSENTE', label: 'Absente' }, { value: 'EXCUSEE', label: 'Excusée' },
];

export const QUALITES: Record<string, string> = {
  ENFANT: 'L’enfant', TITULAIRE: 'Titulaire de l’autorité parentale', TUTEUR: 'Tuteur', TIERS: 'Proche ou tiers', SERVICE: 'Service', PROFESSIONNEL: 'Professionnel',
};

export const STATUTS: Record<string, string> = { SIGNEE: 'A signé', REFUSEE: 'A refusé de signer', ABSENTE: 'Était absente', SANS_OBJET: 'Sans objet' };

export const MOYENS = [
  { value: '', label: 'Choisissez…' }, { value: 'MAIN_PROPRE', label: 'En main propre' }, { value: 'ENTRETIEN', label: 'Pendant un entretien' },
  { value: 'COURRIER', label: 'Par courrier' }, { value: 'COURRIEL', label: 'Par courriel' },
];

export const DESTINATAIRES: Record<string, string> = {
  ENFANT: 'L’enfant', TITULAIRE: 'Titulaire de l’autorité parentale', JUGE: 'Le juge des enfants', SERVICE: 'Service', TIERS: 'Une autre personne',
};

export const BILANS: Record<string, string> = { MAINTENU: 'maintenu', AJUSTE: 'à ajuster', FINI: 'atteint ou terminé' };

export const motDe = (choix: { value: string; label: string }[], code: string) => choix.find((c) => c.value === code)?.label ?? code;
