import { adresse } from '../../commun/api/client';
import { Probleme } from '../../commun/api/probleme';
import { chemin } from './api';

export const pdfDeVersion = (id: string, numero: number, variante?: string) => adresse(chemin(id, `/versions/${numero}/pdf`), { variante });
export const pdfDeRemise = (id: string, remise: string, variante?: string) => adresse(chemin(id, `/versions/remises/${remise}/pdf`), { variante });

/** A copy made for somebody before it is handed over: asked with what is to be hidden, saved as a file. */
export async function telechargerApercu(id: string, numero: number, corps: object): Promise<void> {
  const jeton = document.cookie.match(/(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]*)/)?.[1];
  const reponse = await fetch(chemin(id, `/versions/${numero}/apercu`), {
    method: 'POST', credentials: 'same-origin', body: JSON.stringify(corps),
    headers: { 'Content-Type': 'application/json', Accept: 'application/pdf, application/problem+json', ...(jeton ? { 'X-XSRF-TOKEN': decodeURIComponent(jeton) } : {}) },
  });
  if (!reponse.ok) throw await Probleme.lire(reponse);
  const url = URL.createObjectURL(await reponse.blob());
  const lien = document.createElement('a');
  lien.href = url;
  lien.download = reponse.headers.get('Content-Disposition')?.match(/filename="?([^";]+)/)?.[1] ?? 'exemplaire.pdf';
  lien.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
