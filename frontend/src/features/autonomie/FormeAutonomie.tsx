import type { ReactNode } from 'react';

import { Chargement, EnErreur, EtatVide } from '../../commun/Etats';
import { FormeActe } from '../../commun/formulaire/FormeActe';
import { useMoi } from '../../commun/moi';
import { acteDe } from './actes';
import { cleAutonomie, useChoix, type Autonomie } from './api';

/** The form of an act on a path, with the lists it needs. */
export function FormeAutonomie({ code, a, repere, fini, secondaire }: { code: string; a: Autonomie; repere?: string | null; fini: () => void; secondaire?: ReactNode }) {
  const { aujourdhui } = useMoi();
  const choix = useChoix();
  if (choix.isError) return <EnErreur erreur={choix.error} reessayer={() => void choix.refetch()} />;
  if (!choix.data) return <Chargement quoi="Ouverture du formulaire" />;
  const acte = acteDe(code, { a, choix: choix.data, aujourdhui, repere });
  if (!acte) return <EtatVide titre="Cet acte n’a pas de formulaire." />;
  return <FormeActe key={`${code}${repere ?? ''}`} acte={acte} sujet={repere ?? a.id} version={a.version} cle={cleAutonomie(a.id)} fini={fini} secondaire={secondaire} />;
}
