import { dateLongue, joursEntre, pluriel } from '../../commun/temps';
import type { Autonomie, Repere } from './api';

export interface Jalon {
  le: string;
  libelle: string;
}

/** The birthdays that frame everything, and the ends that are known. */
export function jalons(a: Autonomie): Jalon[] {
  return [
    { le: a.seizeLe, libelle: '16 ans' }, { le: a.dixSeptLe, libelle: '17 ans' }, { le: a.dixHuitLe, libelle: '18 ans' }, { le: a.vingtEtUnLe, libelle: '21 ans' },
  ];
}

/** From a little before sixteen to 21, or to six months after the exit when that comes later. */
export function bornes(a: Autonomie): { de: string; a: string } {
  const dernier = [a.vingtEtUnLe, a.sixMoisLe ?? ''].sort().pop()!;
  return { de: decaler(a.seizeLe, -40), a: decaler(dernier, 60) };
}

const decaler = (jour: string, n: number) => {
  const d = new Date(`${jour}T00:00Z`);
  d.setUTCDate(d.getUTCDate() + n);
  return d.toISOString().slice(0, 10);
};

export interface DateProche {
  le: string;
  libelle: string;
  faite?: boolean;
}

/** What comes next, the nearest first; an interview that is late first of all. */
export function prochaines(a: Autonomie, aujourdhui: string): DateProche[] {
  const dites: DateProche[] = [
    ...(a.rendezVousLe && a.rendezVousLe >= aujourdhui && !fait(a) ? [{ le: a.rendezVousLe, libelle: 'Rendez-vous pour l’entretien' }] : []),
    ...(a.entretienDuLe && !fait(a) && a.enCharge && !a.jeuneMajeur && aujourdhui < a.dixHuitLe ? [{ le: a.entretienDuLe, libelle: a.tardive ? 'Entretien, dans les meilleurs délais' : 'Entretien dû, au plus tard' }] : []),
    ...(a.enCharge && aujourdhui < a.dixHuitLe ? [{ le: a.dixHuitLe, libelle: 'Majorité' }] : []),
    ...(a.terme ? [{ le: a.terme, libelle: a.jeuneMajeur ? 'Terme de l’accompagnement' : 'Terme de la mesure' }] : []),
    ...(a.sixMoisLe && !a.sixMoisFaitLe && !a.closeLe ? [{ le: a.sixMoisLe, libelle: 'Entretien des six mois' }] : []),
    ...(a.jeuneMajeur ? [{ le: a.vingtEtUnLe, libelle: '21 ans' }] : []),
    // What is already to be done stands in the calendar beside.
    ...a.reperes.filter((r) => r.etat === 'A_VENIR').map((r) => ({ le: r.le, libelle: r.libelle })),
  ];
  return dites.sort((x, y) => x.le.localeCompare(y.le));
}

export const fait = (a: Autonomie): boolean => a.entretienIssue !== null && a.entretienIssue.code !== 'NON_TENU';

/** The finding, as a title: where the interview stands, or what follows. */
export function constat(a: Autonomie, aujourdhui: string): string {
  if (a.closeLe) return `Parcours clos le ${dateLongue(a.closeLe)}${a.motifFin ? ` : ${a.motifFin.libelle.toLowerCase()}` : ''}`;
  if (a.sortieLe) return a.sixMoisLe && !a.sixMoisFaitLe ? `Sorti le ${dateLongue(a.sortieLe)}, entretien des six mois ${quand(a.sixMoisLe, aujourdhui)}` : `Sorti le ${dateLongue(a.sortieLe)}`;
  if (a.jeuneMajeur) return `Accompagné comme jeune majeur${a.terme ? `, jusqu’au ${dateLongue(a.terme)}` : ''}`;
  if (aujourdhui >= a.dixHuitLe) return `Majeur depuis le ${dateLongue(a.dixHuitLe)}, sans accompagnement décidé`;
  if (fait(a)) return `Entretien ${a.entretienIssue!.libelle.toLowerCase()} le ${dateLongue(a.entretienLe)}, majorité ${quand(a.dixHuitLe, aujourdhui)}`;
  if (!a.entretienDuLe) return `Entretien non dû, majorité ${quand(a.dixHuitLe, aujourdhui)}`;
  if (a.tardive) return 'Entré à 17 ans ou plus : entretien dans les meilleurs délais';
  return `Entretien ${aujourdhui > a.dixSeptLe ? 'en retard, dû ' : 'dû '}${quand(a.dixSeptLe, aujourdhui)}${a.rendezVousLe ? `, rendez-vous le ${dateLongue(a.rendezVousLe)}` : ', sans date fixée'}`;
}

function quand(jour: string, aujourdhui: string): string {
  const n = joursEntre(aujourdhui, jour);
  return n < 0 ? `le ${dateLongue(jour)}, il y a ${pluriel(-n, 'jour')}` : n === 0 ? 'aujourd’hui' : `le ${dateLongue(jour)}, dans ${pluriel(n, 'jour')}`;
}

export const ETATS_REPERE: Record<Repere['etat'], string> = { A_VENIR: 'À venir', A_FAIRE: 'À faire', FAIT: 'Fait', SANS_OBJET: 'Sans objet' };
