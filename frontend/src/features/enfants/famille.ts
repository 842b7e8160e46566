import type { FamilleDessinee } from '../../commun/famille/genogramme';
import type { PageEnfant } from './api';

/** The drawing of a child's page: the child, linked children, adults tied today, homes lived in today. A withheld address has no town. */
export function familleDe(p: PageEnfant): FamilleDessinee {
  const i = p.identite;
  const adultes = new Map<string, FamilleDessinee['adultes'][number]>();
  for (const t of p.titulaires.filter((x) => x.actuel)) {
    const lien = { enfantId: p.id, qualite: t.qualiteLibelle, exercice: t.exerciceLibelle, titulaire: t.titulaire };
    const connu = adultes.get(t.adulteId);
    if (connu) connu.liens.push(lien);
    else adultes.set(t.adulteId, { id: t.adulteId, nom: t.affiche, civilite: t.civilite, decede: !!t.decesLe, liens: [lien] });
  }
  const foyers = p.foyers.filter((f) => f.actuel).map((f) => ({
    id: f.foyerId, libelle: [f.libelle, f.adresseProtegee ? 'adresse protégée' : f.commune].filter(Boolean).join(', ') || 'Lieu de vie',
    membres: f.habitants.map((h) => h.id), principalDe: f.principal ? [p.id] : [],
  }));
  return {
    enfants: [
      { id: p.id, nom: i.affiche, age: i.age, sexe: i.sexe, aNaitre: i.naissance.precision === 'A_NAITRE', decede: !!i.decesLe, concerne: true },
      ...p.liens.filter((l, n) => p.liens.findIndex((x) => x.enfantId === l.enfantId) === n).map((l) => ({ id: l.enfantId, nom: l.affiche, age: l.age, sexe: 'INCONNU' as const })),
    ],
    adultes: [...adultes.values()],
    foyers,
  };
}
