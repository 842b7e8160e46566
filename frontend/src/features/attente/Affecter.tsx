import { Button, Modal, Radio, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees, EtatVide } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import { pluriel } from '../../commun/temps';
import { useServicesPossibles, type Ligne, type ServicePossible } from './donnees';
import { direTerme } from './mots';

/** Gives a place: the service with most room is chosen already, so that Enter is enough. */
export function Affecter({ ligne, fermer }: { ligne: Ligne; fermer: () => void }) {
  const services = useServicesPossibles(ligne.id);
  return (
    <Modal opened onClose={fermer} title={`Affecter ${ligne.numero}`} size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
      <p>
        {ligne.enfant}{ligne.age && `, ${ligne.age}`} : {ligne.produitLibelle}, {ligne.cadre === 'JUDICIAIRE' ? 'judiciaire' : 'administratif'}, {ligne.unite}. {direTerme(ligne)}.
      </p>
      <Donnees requete={services} quoi="Lecture des places">
        {(s) => (s.length === 0 ? <EtatVide titre="Aucun service n’est enregistré dans le département.">L’administrateur fonctionnel tient les unités et les services.</EtatVide> : <Choisir ligne={ligne} services={s} fermer={fermer} />)}
      </Donnees>
    </Modal>
  );
}

function Choisir({ ligne, services, fermer }: { ligne: Ligne; services: ServicePossible[]; fermer: () => void }) {
  const { aujourdhui } = useMoi();
  // Those with places for this measure, and the others on demand: a judge may name any of them.
  const habilites = services.filter((s) => s.connue);
  const [tous, setTous] = useState(habilites.length === 0);
  const montres = tous ? services : habilites;
  const premier = useRef<HTMLInputElement>(null);
  // The dialog took the focus before the services were read.
  useEffect(() => premier.current?.focus(), []);
  const f = useFormulaire({
    initiales: { service: services[0]!.service, le: aujourdhui },
    valider: (v) => ({ service: v.service ? null : 'Choisissez un service.', le: v.le ? dateIllisible(v.le) : 'Indiquez le jour de l’affectation.' }),
    envoyer: (v, { motifs, cle }) =>
      api.post(`/api/attente/mesures/${ligne.id}/affectation`,
        { service: v.service, le: v.le, version: ligne.version, placesVues: services.find((s) => s.service === v.service)?.libres ?? null, motifs }, { cleIdempotence: cle }),
    reussi: (_, v) => {
      annoncer(`${ligne.numero} est affectée à ${services.find((s) => s.service === v.service)?.nom ?? 'ce service'}.`);
      fermer();
    },
  });
  return (
    <Formulaire f={f} verbe="Affecter la mesure" consequence="Le service voit cette mesure dès maintenant ; l’attente court jusqu’à la première intervention.">
      <Radio.Group label="Service" {...f.champ('service')}>
        {montres.map((s, i) => (
          <Radio key={s.service} value={s.service} mt="xs" label={s.nom} ref={i === 0 ? premier : undefined}
            description={!s.connue ? 'aucune place enregistrée pour cette mesure' : s.libres === 0 ? 'complet' : pluriel(s.libres, 'place libre', 'places libres')} />
        ))}
      </Radio.Group>
      {!tous && services.length > habilites.length && (
        <Button variant="subtle" size="sm" mt="xs" onClick={() => setTous(true)}>
          Montrer les autres services ({services.length - habilites.length})
        </Button>
      )}
      <ChampDate label="Le" passe mt="md" {...f.champ('le')} />
    </Formulaire>
  );
}

/** Takes a place back, before the measure starts. */
export function Desaffecter({ ligne }: { ligne: Ligne }) {
  const [ouvert, setOuvert] = useState(false);
  return (
    <>
      <Button size="sm" variant="subtle" onClick={() => setOuvert(true)} aria-label={`Retirer ${ligne.numero} de ${ligne.service}`}>
        Retirer
      </Button>
      <Modal opened={ouvert} onClose={() => setOuvert(false)} title={`Retirer ${ligne.numero} de ${ligne.service}`} closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {ouvert && <Retrait ligne={ligne} fermer={() => setOuvert(false)} />}
      </Modal>
    </>
  );
}

function Retrait({ ligne, fermer }: { ligne: Ligne; fermer: () => void }) {
  const f = useFormulaire({
    initiales: { motif: '' },
    valider: (v) => ({ motif: v.motif.trim() ? null : 'Écrivez en une phrase pourquoi vous retirez cette affectation.' }),
    envoyer: (v, { cle }) => api.post(`/api/attente/mesures/${ligne.id}/affectation/retrait`, { version: ligne.version, motif: v.motif }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer(`${ligne.numero} attend de nouveau un service.`);
      fermer();
    },
  });
  return (
    <Formulaire f={f} verbe="Retirer l’affectation" consequence={`La place est rendue et ${ligne.service} ne voit plus cette mesure. La date depuis laquelle elle attend ne change pas.`}>
      <TextInput label="Motif" autoComplete="off" {...f.champ('motif')} />
    </Formulaire>
  );
}
