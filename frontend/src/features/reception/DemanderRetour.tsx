import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { useMoi } from '../../commun/moi';
import type { Information } from './api';

/** The person who transmitted asks later to be told what followed. */
export function DemanderRetour({ information: i, onFini }: { information: Information; onFini: () => void }) {
  const moi = useMoi();
  const f = useFormulaire({
    version: i.version,
    initiales: { le: moi.aujourdhui },
    valider: (v) => ({ le: v.le ? dateIllisible(v.le) : 'Écrivez le jour de la demande.' }),
    envoyer: (v, { cle }) => api.post(`/api/informations/${i.id}/retour`, { version: i.version, le: v.le }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('La demande de retour est notée : trois mois à compter de ce jour.');
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe="Noter la demande de retour" consequence="La personne devra être informée des suites dans les trois mois de sa demande (L226-5).">
      <ChampDate label="Jour de la demande" passe {...f.champ('le')} />
    </Formulaire>
  );
}
