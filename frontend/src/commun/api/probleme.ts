/** One message at the field it is about; `champ` is the JSON path of the field, or empty for the whole form. */
export interface Erreur {
  champ: string;
  message: string;
}

/** What the law leaves to judgement: the act passes once a reason is written under this code. */
export interface Avertissement {
  code: string;
  message: string;
}

/** Somebody acted first. */
export interface Conflit {
  par: string | null;
  le: string | null;
  quoi: string;
}

/** A refusal of the server (RFC 9457), or of the network (`statut` 0). */
export class Probleme extends Error {
  constructor(
    readonly statut: number,
    readonly titre: string,
    readonly detail: string,
    readonly erreurs: Erreur[] = [],
    readonly avertissements: Avertissement[] = [],
    readonly conflit: Conflit | null = null,
  ) {
    super(detail || titre);
    this.name = 'Probleme';
  }

  /** The line is down or the server restarts: the same demand may be sent again. */
  get passager(): boolean {
    return this.statut === 0 || this.statut === 502 || this.statut === 503 || this.statut === 504;
  }

  static async lire(reponse: Response): Promise<Probleme> {
    try {
      const p = await reponse.json();
      return new Probleme(reponse.status, p.title ?? 'Demande refusée', p.detail ?? '', p.erreurs ?? [], p.avertissements ?? [], p.conflit ?? null);
    } catch {
      return new Probleme(reponse.status, 'Jalon ne répond pas', 'Le serveur n’a pas pu répondre. Votre saisie est conservée ; réessayez dans un instant.');
    }
  }
}

export const enProbleme = (e: unknown): Probleme =>
  e instanceof Probleme ? e : new Probleme(500, 'Erreur inattendue', 'Cette page a rencontré une erreur. Votre saisie est conservée ; rechargez la page.');
