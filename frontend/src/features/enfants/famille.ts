import type { FamilleDessinee } from '../../commun/famille/genogramme';
import type { PageEnfant } from './api';

/** The drawing of a child's page: the child, linked children, adults tied today, homes lived in today. A withheld address has no town. */
export function familleDe(p: PageEnfant): FamilleDessinee {
  const i = p.identite;
  const adultes = new Map<string, FamilleDessinee['adultes'][number]>();
  const ajouter = (id: string, nom: string, civilite: string | null, decede: boolean, lien: FamilleDessinee['adultes'][number]['liens'][number]) => {
    const connu = adultes.get(id);
    if (connu) connu.liens.push(lien);
    else adultes.set(id, { id, nom, civilite, decede, liens: [lien] });
  };
  for (const t of p.titulaires.filter((x) => x.actuel)) {
    ajouter(t.adulteId, t.affiche, t.civilite, !!t.decesLe, { enfantId: p.id, qualite: t.qualiteLibelle, exercice: t.exerciceLibelle, titulaire: t.titulaire });
  }
  const lies = p.liens.filter((l, n) => p.liens.findIndex((x) => x.enfantId === l.enfantId) === n);
  for (const l of lies) {
    for (const a of l.adultes) ajouter(a.adulteId, a.affiche, a.civilite, false, { enfantId: l.enfantId, qualite: a.qualiteLibelle, exercice: a.exerciceLibelle, titulaire: a.titulaire });
  }
  const foyers = p.foyers.filter((f) => f.actuel).map((f) => ({
    id: f.foyerId, libelle: [f.libelle, f.adresseProtegee ? 'adresse protégée' : f.commune].filter(Boolean).join(', ') || 'Lieu de vie',
    membres: f.habitants.map((h) => h.id), principalDe: f.principal ? [p.id] : [],
  }));
  return {
    enfants: [
      { id: p.id, nom: i.affiche, age: i.age, sexe: i.sexe, aNaitre: i.naissance.precision === 'A_NAITRE', decede: !!i.decesLe, concerne: true },
      ...lies.map((l) => ({ id: l.enfantId, nom: l.affiche, age: l.age, sexe: l.sexe, aNaitre: l.aNaitre })),
    ],
    adultes: [...adultes.values()],
    foyers,
  };
}
