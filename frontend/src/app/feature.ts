import type { ComponentType, LazyExoticComponent } from 'react';
import type { RouteObject } from 'react-router';

import type { Moi } from '../commun/moi';

/*
 * How a capability enters the screens. Write `src/features/<capability>/feature.tsx` with `export default { … } satisfies Feature`: it is
 * found by glob (app/features.ts), nothing else is to be edited. Features never import each other; what one shows inside another's
 * page goes through the extension points below. Every component is lazy: `lazy(() => import('./MonEcran'))`, and routes use
 * `lazy: async () => ({ Component: (await import('./MonEcran')).default })`. Route paths are relative to the root, without leading slash.
 * A screen calls `useTitre('…')` and starts with one `<h1>` (commun/Page.tsx gives both).
 */
export interface Feature {
  /** Technical name, that of the folder. */
  nom: string;
  routes?: RouteObject[];
  menu?: EntreeMenu[];
  /** Under the person's own name, in the header: what is theirs and nobody's work. */
  liensPersonne?: { libelle: string; chemin: string }[];
  /** Forms behind the steps of an IP's process: `etape` is the BPMN element id. */
  actesIp?: ActeIp[];
  /** Forms behind the steps of an incoming information. */
  actesInformation?: ActeInformation[];
  /** Acts on an IP possible outside its step: a signalement, a request of the parquet, a correction… */
  actesLibresIp?: ActeLibreIp[];
  /** Forms behind the steps of a measure's process. */
  actesMesure?: ActeMesure[];
  /** Forms behind the steps of a process about anything else (a projet, the way to majority): by type of subject and BPMN element id. */
  actesSujet?: ActeSujet[];
  /** What is selected, in short, above the act, and where its page stands (« /autonomie/ » + id): one feature gives each type of subject. */
  sujets?: Record<string, { page: string; resume?: Paresseux<{ sujetId: string }> }>;
  ongletsIp?: Onglet<{ ipId: string }>[];
  ongletsMesure?: Onglet<{ mesureId: string }>[];
  ongletsEnfant?: Onglet<{ enfantId: string }>[];
  /** What is selected, in short, above the act: one feature gives each. */
  resumeIp?: Paresseux<{ ipId: string }>;
  resumeInformation?: Paresseux<{ informationId: string }>;
  resumeMesure?: Paresseux<{ mesureId: string }>;
  /** Acts that start from a child's page and have a screen of their own. */
  actesEnfant?: ActeDepuisEnfant[];
  /** Under the acts of an information's page, and above the act in the task list: what holds it, with its own forms. */
  rubriqueInformation?: Paresseux<ProprietesRubriqueInformation>;
  /** Why a due date is what it is: rule, article, arithmetic, holds. */
  explicationEcheance?: Paresseux<{ echeanceId: string }>;
  /** In the strip that says DÉMONSTRATION, for whom the component decides. */
  piedDemonstration?: Paresseux<object>;
  /** Answers under the search field of the header; calls `onChoisi` when the person left for one of them. */
  rechercheGlobale?: { missions?: Mission[]; roles?: string[]; composant: Paresseux<{ q: string; onChoisi: () => void }> };
}

export type Paresseux<P> = LazyExoticComponent<ComponentType<P>> | ComponentType<P>;

export type Mission =
  | 'RECUEIL' | 'MANDAT' | 'DESIGNATION' | 'EVALUATION' | 'DECISION' | 'INFORMATION' | 'MESURE' | 'PARCOURS' | 'EXERCICE' | 'SUPERVISION' | 'COMPTAGE' | 'ADMINISTRATION' | 'JOURNAL' | 'DROITS' | 'CONSERVATION';

export interface EntreeMenu {
  /** Or what this département calls it. */
  libelle: string | ((moi: Moi) => string);
  /** Address, with its leading slash. */
  chemin: string;
  /** Lower comes first: 10 tâches, 20 informations reçues, 30 informations préoccupantes, 40 enfants, 60 pilotage, 70 indicateurs. */
  ordre: number;
  /** Hook: how many wait for me, and how many of them unread. Must be cheap (a cached query). */
  useCompte?: () => { attendent: number; nonLues?: number } | undefined;
  /** Shown to whoever holds one of these; absent: to all. */
  missions?: Mission[];
  roles?: string[];
  /** Asked of whom holds one: where a mission over some units only is not enough. */
  si?: (moi: Moi) => boolean;
}

/** What every act on a step receives; `onFini` closes the form, refreshes, and opens the next task. */
export interface ProprietesActe {
  /** The task it completes, when opened from a task. */
  tacheId?: string;
  onFini: () => void;
}

export interface ProprietesRubriqueInformation {
  informationId: string;
  /** The intake has just said that it came from the parquet: the form opens by itself. */
  ouverte?: boolean;
  /** Beside the form of a step: read only. */
  lecture?: boolean;
}

export interface ActeIp {
  etape: string;
  /** The verb on the button: « Rendre le rapport ». */
  libelle: string;
  composant: Paresseux<ProprietesActe & { ipId: string }>;
}

export interface ActeInformation {
  etape: string;
  libelle: string;
  composant: Paresseux<ProprietesActe & { informationId: string }>;
}

export interface ActeMesure {
  etape: string;
  libelle: string;
  composant: Paresseux<ProprietesActe & { mesureId: string }>;
}

export interface ActeSujet {
  sujetType: string;
  etape: string;
  libelle: string;
  /** `objetId`: the one thing within the file that the task is about, when it is about one. */
  composant: Paresseux<ProprietesActe & { sujetId: string; objetId: string | null }>;
}

export interface ActeDepuisEnfant {
  libelle: string;
  adresse: (enfantId: string) => string;
  missions?: Mission[];
}

/** The least an IP's page tells about it, so that an act can say whether it is possible. */
export interface IpOuverte {
  id: string;
  reference: string;
  /** Name of `EtatIp`: A_CONFIER, EN_EVALUATION… */
  etat: string;
  /** BPMN element the process stands at; null when closed. */
  etape: string | null;
  version: number;
  enConsigne?: boolean;
  evaluee?: boolean;
}

export interface ActeLibreIp {
  code: string;
  libelle: string;
  /** Lower comes first in the menu of acts. */
  ordre?: number;
  missions?: Mission[];
  possible: (ip: IpOuverte) => boolean;
  composant: Paresseux<ProprietesActe & { ipId: string }>;
}

export interface Onglet<P> {
  /** Part of the address: `?onglet=<code>`. */
  code: string;
  libelle: string;
  ordre: number;
  missions?: Mission[];
  composant: Paresseux<P>;
}
