/** Where a line and a column stand in a text; both count from 1. */
export function position(texte: string, ligne: number, colonne: number): number {
  const lignes = texte.split('\n');
  const n = Math.min(Math.max(1, ligne), lignes.length);
  const debut = lignes.slice(0, n - 1).reduce((s, l) => s + l.length + 1, 0);
  return debut + Math.min(Math.max(0, colonne - 1), (lignes[n - 1] ?? '').length);
}

/** Line and column a sentence tells: « Ligne 5, colonne 21 : … ». */
export function lieu(phrase: string): { ligne: number; colonne: number } {
  const m = /Ligne (\d+), colonne (\d+)/.exec(phrase);
  return { ligne: Number(m?.[1] ?? 1), colonne: Number(m?.[2] ?? 1) };
}

/** An example at the end of a text, under a code nobody has there yet. */
export function ajouterExemple(texte: string, exemple: string): { texte: string; debut: number; fin: number } {
  const code = /code: ([A-Z0-9_]+)/.exec(exemple)?.[1] ?? '';
  let libre = code;
  for (let n = 2; new RegExp(`code: ${libre}\\b`).test(texte); n++) libre = `${code}_${n}`;
  const avant = texte.trim() === '' ? '' : texte.replace(/\n*$/, '\n');
  const suite = exemple.replace(`code: ${code}`, `code: ${libre}`);
  const debut = avant.length + suite.indexOf(libre);
  return { texte: avant + suite, debut, fin: debut + libre.length };
}
