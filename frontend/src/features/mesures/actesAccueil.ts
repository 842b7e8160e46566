import type { Acte, Champ } from './FormeActe';
import { options, type Accueil, type Famille } from './api';

export type CodeAccueil =
  | 'LIEU' | 'FIN_LIEU' | 'ANNULER_LIEU' | 'CHANGEMENT' | 'AVIS_JUGE' | 'ABANDON' | 'DROIT' | 'ANNULER_DROIT' | 'FRATRIE' | 'ANNULER_FRATRIE' | 'REVUE' | 'REVUE_TENUE' | 'ANNULER_REVUE';

const motif = (libelle: string): Champ[] => [{ nom: 'motif', libelle, genre: 'long', requis: 'Écrivez le motif.' }];
const erreur = (nom: string, chemin: string): Acte => ({
  nom, verbe: 'Retirer cette ligne', chemin, annonce: 'La ligne est retirée.', consequence: 'Elle ne comptera plus ; l’acte annulé reste lisible avec ce motif.', champs: motif('Pourquoi elle a été saisie par erreur'),
});

/** Forms of the reception of a child; each is sent on the version that was read. */
export function acteAccueil(code: CodeAccueil, a: Accueil, familles: Famille[], id?: string): Acte {
  const base = `/api/mesures/${a.mesureId}/accueil`;
  const l = a.listes;
  const ouverts = a.lieux.filter((x) => !x.au && x.nature === 'PRINCIPAL');
  switch (code) {
    case 'LIEU':
      return {
        nom: 'accueil.lieu', verbe: 'Noter ce lieu', chemin: `${base}/lieux`, annonce: 'Le lieu est noté.',
        champs: [
          { nom: 'nature', libelle: 'Pour l’enfant, ce lieu est', genre: 'radio', requis: 'Choisissez ce que ce lieu est pour l’enfant.', defaut: a.lieux.length ? '' : 'PRINCIPAL', options: options(l.natures) },
          { nom: 'type', libelle: 'Type de lieu', genre: 'liste', requis: 'Choisissez le type de lieu.', options: options(l.types, 'Choisissez…') },
          { nom: 'familleId', libelle: 'Famille d’accueil', genre: 'liste', si: (v) => v.type === 'FAMILLE_ACCUEIL', options: [{ value: '', label: 'Non précisée' }, ...familles.map((f) => ({ value: f.id, label: `${f.reference} : ${f.presents} présent${f.presents > 1 ? 's' : ''} sur ${f.agrement}` }))] },
          { nom: 'serviceId', libelle: 'Service', genre: 'liste', options: options(l.services, 'Aucun, ou hors de la liste') },
          { nom: 'libelle', libelle: 'Ce qui le distingue', genre: 'texte', aide: 'La maison, le groupe, le lien avec le tiers' },
          { nom: 'du', libelle: 'Depuis le', genre: 'date', passe: true, requis: 'Indiquez depuis quand l’enfant y vit.' },
          { nom: 'au', libelle: 'Jusqu’au', genre: 'date', passe: true, aide: 'Le jour du départ, s’il est passé' },
          { nom: 'remplace', libelle: 'L’enfant a quitté pour ce lieu', genre: 'liste', si: (v) => v.nature === 'PRINCIPAL' && ouverts.length > 0, defaut: ouverts[0]?.id ?? '',
            options: [{ value: '', label: 'Aucun autre lieu' }, ...ouverts.map((x) => ({ value: x.id, label: [x.typeLibelle, x.libelle ?? x.famille ?? x.service].filter(Boolean).join(', ') }))] },
          { nom: 'finMotif', libelle: 'Motif du départ', genre: 'liste', si: (v) => v.nature === 'PRINCIPAL' && !!v.remplace, defaut: 'CHANGEMENT', options: options(l.motifsFin) },
          { nom: 'jugeAviseLe', libelle: 'Juge avisé le', genre: 'date', passe: true, si: (v) => v.nature === 'PRINCIPAL' && !!v.remplace && a.judiciaire },
          { nom: 'motif', libelle: 'Pourquoi ce lieu', genre: 'long' },
        ],
      };
    case 'FIN_LIEU':
      return {
        nom: `accueil.fin-lieu.${id}`, verbe: 'Noter le départ', chemin: `${base}/lieux/${id}/fin`, annonce: 'Le départ est noté.',
        champs: [
          { nom: 'au', libelle: 'Parti le', genre: 'date', passe: true, requis: 'Indiquez le jour du départ.' },
          { nom: 'motif', libelle: 'Motif', genre: 'liste', requis: 'Choisissez le motif du départ.', options: options(l.motifsFin, 'Choisissez…') },
          ...(a.judiciaire ? [{ nom: 'jugeAviseLe', libelle: 'Juge avisé le', genre: 'date', passe: true } satisfies Champ] : []),
          { nom: 'precisions', libelle: 'Précisions', genre: 'long' },
        ],
      };
    case 'ANNULER_LIEU':
      return erreur(`accueil.annuler-lieu.${id}`, `${base}/lieux/${id}/annulation`);
    case 'CHANGEMENT':
      return {
        nom: 'accueil.changement', verbe: 'Préparer le changement', chemin: `${base}/changement`, annonce: 'Le changement est préparé.',
        consequence: a.judiciaire && 'Si l’enfant vit là depuis deux ans, l’avis au juge devient une échéance, un mois avant.',
        champs: [{ nom: 'prevuLe', libelle: 'Prévu le', genre: 'date', requis: 'Indiquez le jour prévu.' }, { nom: 'motif', libelle: 'Pourquoi', genre: 'long' }],
      };
    case 'AVIS_JUGE':
      return { nom: 'accueil.avis-juge', verbe: 'Noter l’avis au juge', chemin: `${base}/changement/avis`, annonce: 'L’avis au juge est noté.', champs: [{ nom: 'le', libelle: 'Avisé le', genre: 'date', passe: true, requis: 'Indiquez quand le juge a été avisé.' }] };
    case 'ABANDON':
      return { nom: 'accueil.abandon', verbe: 'Abandonner le changement', chemin: `${base}/changement/abandon`, annonce: 'Le changement est abandonné.', champs: motif('Pourquoi') };
    case 'DROIT':
      return {
        nom: 'accueil.droit', verbe: 'Noter ce droit', chemin: `${base}/droits`, annonce: 'Le droit est noté.', consequence: 'Il remplace, à sa date, ce que l’ordonnance précédente disait du même droit.',
        champs: [
          { nom: 'adulteId', libelle: 'Adulte', genre: 'liste', requis: 'Choisissez l’adulte.', options: options(l.adultes, 'Choisissez…') },
          { nom: 'genre', libelle: 'Droit', genre: 'radio', requis: 'Choisissez le droit.', options: options(l.genresDroit) },
          { nom: 'modalite', libelle: 'Il s’exerce', genre: 'radio', requis: 'Choisissez comment il s’exerce.', options: options(l.modalites) },
          { nom: 'ordonneLe', libelle: 'Ordonnance du', genre: 'date', passe: true, requis: 'Indiquez la date de l’ordonnance.' },
          { nom: 'du', libelle: 'À partir du', genre: 'date', requis: 'Indiquez à partir de quand.' },
          { nom: 'au', libelle: 'Jusqu’au', genre: 'date' },
          { nom: 'texte', libelle: 'Ce que l’ordonnance écrit', genre: 'long' },
        ],
      };
    case 'ANNULER_DROIT':
      return erreur(`accueil.annuler-droit.${id}`, `${base}/droits/${id}/annulation`);
    case 'FRATRIE':
      return {
        nom: 'accueil.fratrie', verbe: 'Noter l’accueil de la fratrie', chemin: `${base}/fratrie`, annonce: 'L’accueil de la fratrie est noté.',
        corps: (v) => ({ ...v, ensemble: v.ensemble === null ? null : v.ensemble === 'OUI' }),
        champs: [
          { nom: 'frereId', libelle: 'Frère ou sœur', genre: 'liste', requis: 'Choisissez le frère ou la sœur.', options: options(l.freres, 'Choisissez…') },
          { nom: 'ensemble', libelle: 'Ils sont accueillis', genre: 'radio', requis: 'Dites s’ils sont accueillis ensemble.', options: [{ value: 'OUI', label: 'ensemble' }, { value: 'NON', label: 'séparément' }] },
          { nom: 'du', libelle: 'Depuis le', genre: 'date', passe: true, requis: 'Indiquez depuis quand.' },
          { nom: 'motif', libelle: 'Pourquoi séparément', genre: 'long', si: (v) => v.ensemble === 'NON', requis: 'Écrivez pourquoi ils sont accueillis séparément.' },
          ...(a.judiciaire ? [{ nom: 'jugeAviseLe', libelle: 'Juge avisé le', genre: 'date', passe: true, si: (v) => v.ensemble === 'NON' } satisfies Champ] : []),
        ],
      };
    case 'ANNULER_FRATRIE':
      return erreur(`accueil.annuler-fratrie.${id}`, `${base}/fratrie/${id}/annulation`);
    case 'REVUE':
      return {
        nom: 'accueil.revue', verbe: 'Noter la séance', chemin: `${base}/revues`, annonce: 'La séance est notée.',
        champs: [
          { nom: 'genre', libelle: 'Séance', genre: 'radio', requis: 'Choisissez la séance.', options: options(l.genresRevue) },
          { nom: 'prevueLe', libelle: 'Prévue le', genre: 'date' },
          { nom: 'tenueLe', libelle: 'Tenue le', genre: 'date', passe: true },
          { nom: 'avis', libelle: 'Avis', genre: 'liste', si: (v) => !!v.tenueLe, options: options(l.avis, 'Non précisé') },
          { nom: 'texte', libelle: 'Compte rendu', genre: 'long', si: (v) => !!v.tenueLe },
        ],
      };
    case 'REVUE_TENUE':
      return {
        nom: `accueil.revue-tenue.${id}`, verbe: 'Noter la séance', chemin: `${base}/revues/${id}/tenue`, annonce: 'La séance est notée.',
        champs: [
          { nom: 'tenueLe', libelle: 'Tenue le', genre: 'date', passe: true, requis: 'Indiquez quand elle s’est tenue.' },
          { nom: 'avis', libelle: 'Avis', genre: 'liste', options: options(l.avis, 'Non précisé') },
          { nom: 'texte', libelle: 'Compte rendu', genre: 'long' },
        ],
      };
    case 'ANNULER_REVUE':
      return erreur(`accueil.annuler-revue.${id}`, `${base}/revues/${id}/annulation`);
  }
}
