import { useMoi } from '../../commun/moi';
import { Chargement, EnErreur, EtatVide } from '../../commun/Etats';
import { acteDe } from './actes';
import { useChoix, usePersonnes, useServices, type Mesure } from './api';
import { FormeActe } from './FormeActe';

/** The form of an act on a measure, with the lists it needs. */
export function FormeMesure({ code, mesure, fini }: { code: string; mesure: Mesure; fini: () => void }) {
  return code === 'AFFECTER' ? <AvecServices mesure={mesure} fini={fini} /> : <AvecListes code={code} mesure={mesure} fini={fini} />;
}

function AvecServices({ mesure, fini }: { mesure: Mesure; fini: () => void }) {
  const services = useServices(mesure.id);
  const choix = useChoix();
  const { aujourdhui } = useMoi();
  if (services.isError) return <EnErreur erreur={services.error} reessayer={() => void services.refetch()} />;
  if (!services.data || !choix.data) return <Chargement quoi="Lecture des places" />;
  if (services.data.length === 0) return <EtatVide titre="Aucun service n’est enregistré dans le département.">L’administrateur fonctionnel tient les unités et les services.</EtatVide>;
  const acte = acteDe('AFFECTER', mesure, { choix: choix.data, aujourdhui, deMesure: [], deParcours: [], services: services.data });
  return <FormeActe acte={acte!} mesureId={mesure.id} version={mesure.version} fini={fini} />;
}

function AvecListes({ code, mesure, fini }: { code: string; mesure: Mesure; fini: () => void }) {
  const { aujourdhui } = useMoi();
  const choix = useChoix();
  const nomme = code === 'DEMARRER' || code === 'REFERENT';
  const deMesure = usePersonnes(mesure.id, 'MESURE', nomme);
  const deParcours = usePersonnes(mesure.id, 'PARCOURS', nomme);
  if (choix.isError) return <EnErreur erreur={choix.error} reessayer={() => void choix.refetch()} />;
  if (!choix.data || (nomme && (!deMesure.data || !deParcours.data))) return <Chargement quoi="Ouverture du formulaire" />;
  const acte = acteDe(code, mesure, { choix: choix.data, aujourdhui, deMesure: deMesure.data ?? [], deParcours: deParcours.data ?? [], services: [] });
  if (!acte) return <EtatVide titre="Cet acte n’a pas de formulaire." />;
  return <FormeActe key={code} acte={acte} mesureId={mesure.id} version={mesure.version} fini={fini} />;
}
