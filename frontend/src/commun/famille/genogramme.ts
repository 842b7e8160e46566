/*
 * What a genogram draws, whoever asks for it: the page of a child, the one-page file of an evaluation. Pure: positions and sentences are
 * computed here, the component only draws.
 */
export interface EnfantDuGenogramme {
  id: string;
  nom: string;
  age: string;
  sexe: 'FILLE' | 'GARCON' | 'INCONNU';
  aNaitre?: boolean;
  decede?: boolean;
  /** The child, or the children, the page is about. */
  concerne?: boolean;
}

export interface AdulteDuGenogramme {
  id: string;
  nom: string;
  civilite?: string | null;
  decede?: boolean;
  liens: { enfantId: string; qualite: string; exercice: string; titulaire: boolean }[];
}

export interface FoyerDuGenogramme {
  id: string;
  libelle: string;
  membres: string[];
  /** Children whose main home it is. */
  principalDe: string[];
}

export interface FamilleDessinee {
  enfants: EnfantDuGenogramme[];
  adultes: AdulteDuGenogramme[];
  foyers: FoyerDuGenogramme[];
}

export interface Place {
  x: number;
  y: number;
}

export interface Dessin {
  largeur: number;
  hauteur: number;
  places: Map<string, Place>;
  traits: { de: Place; a: Place; titulaire: boolean; cle: string }[];
  /** Letter of each home: A, B… */
  lettres: Map<string, string>;
}

const PAS = 150;
const MARGE = 80;

/** Adults above, children under, the eldest first; an adult stands above the middle of their children as far as neighbours allow. */
export function dessiner(f: FamilleDessinee): Dessin {
  const colonnes = Math.max(f.enfants.length, f.adultes.length, 1);
  const largeur = MARGE * 2 + (colonnes - 1) * PAS;
  const places = new Map<string, Place>();
  const rangee = (n: number, i: number) => largeur / 2 + (i - (n - 1) / 2) * PAS;
  f.enfants.forEach((e, i) => places.set(e.id, { x: rangee(f.enfants.length, i), y: 210 }));
  const centre = (a: AdulteDuGenogramme) => {
    const xs = a.liens.map((l) => places.get(l.enfantId)?.x).filter((x): x is number => x !== undefined);
    return xs.length ? xs.reduce((s, x) => s + x, 0) / xs.length : largeur;
  };
  [...f.adultes].sort((a, b) => centre(a) - centre(b)).forEach((a, i) => places.set(a.id, { x: rangee(f.adultes.length, i), y: 60 }));
  const traits = f.adultes.flatMap((a) => a.liens.filter((l) => places.has(l.enfantId)).map((l) => ({
    de: places.get(a.id)!, a: places.get(l.enfantId)!, titulaire: l.titulaire, cle: `${a.id}-${l.enfantId}`,
  })));
  const lettres = new Map(f.foyers.map((y, i) => [y.id, String.fromCharCode(65 + (i % 26))]));
  return { largeur, hauteur: 285, places, traits, lettres };
}

const liste = (mots: string[]) => (mots.length < 2 ? (mots[0] ?? '') : `${mots.slice(0, -1).join(', ')} et ${mots[mots.length - 1]}`);

/** The drawing in words: one sentence a child, then one a home. */
export function raconter(f: FamilleDessinee): { cle: string; texte: string }[] {
  const nom = new Map([...f.enfants, ...f.adultes].map((p) => [p.id, p.nom]));
  const enfants = f.enfants.map((e) => {
    const liens = f.adultes.flatMap((a) => a.liens.filter((l) => l.enfantId === e.id).map((l) => `${a.nom}${a.decede ? ' (décès)' : ''}, ${l.qualite.toLowerCase()}, ${l.exercice.toLowerCase()}`));
    const chez = f.foyers.filter((y) => y.membres.includes(e.id)).map((y) => `${y.libelle}${y.principalDe.includes(e.id) ? ' (principal)' : ''}`);
    const qui = `${e.nom}, ${e.aNaitre ? 'à naître' : e.age}${e.decede ? ', décédé' : ''}${e.concerne ? ', concerné par ce dossier' : ''}`;
    return { cle: e.id, texte: `${qui}. ${liens.length ? `Adultes\u00a0: ${liens.join('\u00a0; ')}.` : 'Aucun adulte connu.'}${chez.length ? ` Vit\u00a0: ${liste(chez)}.` : ''}` };
  });
  const foyers = f.foyers.map((y) => ({ cle: y.id, texte: `${y.libelle}\u00a0: ${liste(y.membres.map((m) => nom.get(m)).filter((n): n is string => !!n)) || 'personne de connu'}.` }));
  return [...enfants, ...foyers];
}
