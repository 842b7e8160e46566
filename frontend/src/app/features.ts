import type { ActeDepuisEnfant, ActeInformation, ActeIp, ActeLibreIp, ActeMesure, ActeSujet, EntreeMenu, Feature, Onglet, Paresseux, ProprietesRubriqueInformation } from './feature';

const modules = import.meta.glob<Feature>('../features/*/feature.tsx', { eager: true, import: 'default' });

/** All that the capabilities bring, in a steady order. */
export const features: Feature[] = Object.entries(modules)
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([, f]) => f);

export const entreesMenu: EntreeMenu[] = features.flatMap((f) => f.menu ?? []).sort((a, b) => a.ordre - b.ordre);

export const liensPersonne = features.flatMap((f) => f.liensPersonne ?? []);

export const acteIp = (etape: string): ActeIp | undefined => features.flatMap((f) => f.actesIp ?? []).find((a) => a.etape === etape);

export const acteInformation = (etape: string): ActeInformation | undefined =>
  features.flatMap((f) => f.actesInformation ?? []).find((a) => a.etape === etape);

export const acteMesure = (etape: string): ActeMesure | undefined => features.flatMap((f) => f.actesMesure ?? []).find((a) => a.etape === etape);

export const acteSujet = (sujetType: string, etape: string): ActeSujet | undefined =>
  features.flatMap((f) => f.actesSujet ?? []).find((a) => a.sujetType === sujetType && a.etape === etape);

/** Page and summary of the subjects that have neither of their own above. */
export const sujets: NonNullable<Feature['sujets']> = Object.assign({}, ...features.map((f) => f.sujets ?? {}));

export const actesLibresIp: ActeLibreIp[] = features.flatMap((f) => f.actesLibresIp ?? []).sort((a, b) => (a.ordre ?? 50) - (b.ordre ?? 50));

export const ongletsIp: Onglet<{ ipId: string }>[] = features.flatMap((f) => f.ongletsIp ?? []).sort((a, b) => a.ordre - b.ordre);

export const ongletsEnfant: Onglet<{ enfantId: string }>[] = features.flatMap((f) => f.ongletsEnfant ?? []).sort((a, b) => a.ordre - b.ordre);

export const ongletsMesure: Onglet<{ mesureId: string }>[] = features.flatMap((f) => f.ongletsMesure ?? []).sort((a, b) => a.ordre - b.ordre);

export const actesDepuisEnfant: ActeDepuisEnfant[] = features.flatMap((f) => f.actesEnfant ?? []);

export const resumeMesure: Paresseux<{ mesureId: string }> | undefined = features.find((f) => f.resumeMesure)?.resumeMesure;
export const resumeIp: Paresseux<{ ipId: string }> | undefined = features.find((f) => f.resumeIp)?.resumeIp;
export const resumeInformation: Paresseux<{ informationId: string }> | undefined = features.find((f) => f.resumeInformation)?.resumeInformation;
export const rubriquesInformation: Paresseux<ProprietesRubriqueInformation>[] = features.flatMap((f) => f.rubriqueInformation ?? []);
export const explicationEcheance: Paresseux<{ echeanceId: string }> | undefined = features.find((f) => f.explicationEcheance)?.explicationEcheance;
export const recherchesGlobales: NonNullable<Feature['rechercheGlobale']>[] = features.flatMap((f) => f.rechercheGlobale ?? []);
export const piedsDemonstration: Paresseux<object>[] = features.flatMap((f) => f.piedDemonstration ?? []);
