/** « mineurs[0].nom » of the server is « mineurs.0.nom » of the form. */
export const cheminDeChamp = (champ: string): string => champ.replace(/\[(\d+)\]/g, '.$1').replace(/^\./, '');

/** A DOM id that a link of the summary can reach. */
export const idDeChamp = (formId: string, chemin: string): string => `${formId}-${chemin.replace(/[^A-Za-z0-9_-]/g, '-')}`;

/** The form keeps its errors by path; a message without field is kept under ''. */
export function erreursParChamp(erreurs: { champ: string; message: string }[]): Record<string, string> {
  const parChamp: Record<string, string> = {};
  for (const e of erreurs) {
    const chemin = cheminDeChamp(e.champ);
    parChamp[chemin] = parChamp[chemin] ? `${parChamp[chemin]} ${e.message}` : e.message;
  }
  return parChamp;
}
