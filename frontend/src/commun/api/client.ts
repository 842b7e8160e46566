import { attendreReconnexion } from './session';
import { Probleme } from './probleme';

export type Parametres = Record<string, string | number | boolean | null | undefined | (string | number)[]>;

interface Options {
  parametres?: Parametres;
  corps?: unknown;
  /** The same key for the same intent: sent twice, the act is done once (a double click, a line that fell before the answer). */
  cleIdempotence?: string;
  signal?: AbortSignal;
  /** For the login dialog itself: a 401 is an answer, not an interruption. */
  sansReprise?: boolean;
}

const jeton = () => document.cookie.match(/(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]*)/)?.[1];

export function adresse(chemin: string, parametres: Parametres = {}): string {
  const p = new URLSearchParams();
  for (const [cle, valeur] of Object.entries(parametres)) {
    if (Array.isArray(valeur)) valeur.forEach((v) => p.append(cle, String(v)));
    else if (valeur !== null && valeur !== undefined && valeur !== '') p.append(cle, String(valeur));
  }
  return p.size ? `${chemin}?${p}` : chemin;
}

async function demander<T>(methode: string, chemin: string, o: Options = {}): Promise<T> {
  for (;;) {
    const entetes: Record<string, string> = { Accept: 'application/json' };
    let corps: BodyInit | undefined;
    if (o.corps instanceof FormData) corps = o.corps;
    else if (o.corps !== undefined) {
      entetes['Content-Type'] = 'application/json';
      corps = JSON.stringify(o.corps);
    }
    if (methode !== 'GET') {
      const csrf = jeton();
      if (csrf) entetes['X-XSRF-TOKEN'] = decodeURIComponent(csrf);
      if (o.cleIdempotence) entetes['Cle-Idempotence'] = o.cleIdempotence;
    }
    let reponse: Response;
    try {
      reponse = await fetch(adresse(chemin, o.parametres), { method: methode, headers: entetes, body: corps, signal: o.signal, credentials: 'same-origin' });
    } catch (e) {
      if (e instanceof DOMException && e.name === 'AbortError') throw e;
      throw new Probleme(0, 'Connexion interrompue', 'Jalon n’est pas joignable. Votre saisie est conservée ; réessayez dans un instant.');
    }
    if (reponse.status === 401 && !o.sansReprise) {
      await attendreReconnexion();
      continue;
    }
    if (!reponse.ok) throw await Probleme.lire(reponse);
    if (reponse.status === 204) return undefined as T;
    const type = reponse.headers.get('Content-Type') ?? '';
    const texte = type.includes('json') ? await reponse.text() : '';
    return (texte ? JSON.parse(texte) : undefined) as T;
  }
}

/** Calls of the API. Types of the answers: `components['schemas'][…]` of `src/api/generated/<group>`. */
export const api = {
  get: <T>(chemin: string, parametres?: Parametres, signal?: AbortSignal) => demander<T>('GET', chemin, { parametres, signal }),
  post: <T = void>(chemin: string, corps?: unknown, options?: Options) => demander<T>('POST', chemin, { ...options, corps }),
  put: <T = void>(chemin: string, corps?: unknown, options?: Options) => demander<T>('PUT', chemin, { ...options, corps }),
  patch: <T = void>(chemin: string, corps?: unknown, options?: Options) => demander<T>('PATCH', chemin, { ...options, corps }),
  delete: <T = void>(chemin: string, options?: Options) => demander<T>('DELETE', chemin, options),
};

export const nouvelleCle = (): string =>
  typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : Array.from(crypto.getRandomValues(new Uint8Array(16)), (o) => o.toString(16).padStart(2, '0')).join('');
