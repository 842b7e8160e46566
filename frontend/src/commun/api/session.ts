/*
 * A session that ends in mid-report loses nothing: the demand that met a 401 waits here, the page stays, a dialog asks to log in again
 * (app/Reconnexion.tsx), and the demand leaves again.
 */
type Ecouteur = () => void;

let attente: { promesse: Promise<void>; reprendre: () => void } | null = null;
const ecouteurs = new Set<Ecouteur>();
const dire = () => ecouteurs.forEach((e) => e());

export function attendreReconnexion(): Promise<void> {
  if (!attente) {
    let reprendre = () => {};
    const promesse = new Promise<void>((r) => (reprendre = r));
    attente = { promesse, reprendre };
    dire();
  }
  return attente.promesse;
}

export function reconnecte(): void {
  attente?.reprendre();
  attente = null;
  dire();
}

export const session = {
  perdue: () => attente !== null,
  ecouter: (e: Ecouteur) => {
    ecouteurs.add(e);
    return () => ecouteurs.delete(e);
  },
};
