import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

import { useMoi, type Moi } from '../../commun/moi';
import type { Bande, CriteresFiltre, Demande, Tri, Vue } from './api';

const QUI_AGISSENT = ['RECUEIL', 'MANDAT', 'DESIGNATION', 'EVALUATION', 'DECISION', 'INFORMATION'] as const;

/** Whoever acts starts with what waits for their team; whoever watches, with all. */
export const vueDeDepart = (moi: Moi): Vue => (QUI_AGISSENT.some((m) => moi.missions.includes(m)) ? 'EQUIPE' : 'TOUTES');

export type Changement = Partial<Record<'vue' | 'etape' | 'unite' | 'bande' | 'titulaire' | 'tri' | 'apres' | 'avant', string | null> & { nonLues: boolean | null; derniere: boolean | null }>;

/** The list as the address bar tells it: codes and ids only, so that it can be sent to a colleague. */
export function useDemande(): { demande: Demande; changer: (c: Changement) => void; poser: (c: CriteresFiltre) => void; adresse: string } {
  const moi = useMoi();
  const [p, setP] = useSearchParams();
  const adresse = p.toString();
  const demande = useMemo<Demande>(() => {
    const lu = new URLSearchParams(adresse);
    const v = (cle: string) => lu.get(cle) ?? undefined;
    return {
      vue: (v('vue') as Vue) ?? vueDeDepart(moi),
      etape: v('etape'),
      unite: v('unite'),
      bande: v('bande') as Bande | undefined,
      titulaire: v('titulaire'),
      nonLues: v('nonLues') === 'true' || undefined,
      tri: (v('tri') as Tri) ?? 'ECHEANCE',
      apres: v('apres'),
      avant: v('avant'),
      derniere: v('derniere') === 'true' || undefined,
    };
  }, [adresse, moi]);
  const changer = (c: Changement) =>
    setP((avant) => {
      const suite = new URLSearchParams(avant);
      // Another question starts at its first page.
      ['apres', 'avant', 'derniere'].forEach((k) => suite.delete(k));
      Object.entries(c).forEach(([k, v]) => (v === null || v === undefined || v === false || v === '' ? suite.delete(k) : suite.set(k, String(v))));
      return suite;
    });
  const poser = (c: CriteresFiltre) =>
    setP(() => {
      const suite = new URLSearchParams();
      Object.entries(c).forEach(([k, v]) => v !== null && v !== undefined && v !== false && suite.set(k, String(v)));
      return suite;
    });
  return { demande, changer, poser, adresse };
}
