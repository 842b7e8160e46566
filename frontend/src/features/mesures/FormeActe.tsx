import type { ReactNode } from 'react';

import { FormeActe as Forme, type Acte } from '../../commun/formulaire/FormeActe';
import { cleMesure } from './api';

export type { Acte, Champ, Valeurs } from '../../commun/formulaire/FormeActe';

/** The form of one act on a measure. */
export function FormeActe({ mesureId, ...p }: { acte: Acte; mesureId: string; version: number; fini: () => void; secondaire?: ReactNode }) {
  return <Forme {...p} sujet={mesureId} cle={cleMesure(mesureId)} />;
}
