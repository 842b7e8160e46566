import { Button, Modal, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees, EtatVide } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { Tableau } from '../../commun/liste/Tableau';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateLongue, nombre, pluriel } from '../../commun/temps';
import { useCapacites, type Capacite, type Registre } from './donnees';

/** The dated places of services: rows add up, and a change is a new row or the end of one, so that any past day can be read again. */
export default function EcranCapacites() {
  const registre = useCapacites();
  const [ouvrir, setOuvrir] = useState(false);
  const [finir, setFinir] = useState<Capacite | null>(null);
  return (
    <Page titre="Places des services" large actes={<Button onClick={() => setOuvrir(true)}>Ouvrir des places</Button>}>
      <p>Les lignes ouvertes un même jour s’ajoutent. Pour en changer le nombre, ouvrez une ligne de plus ou terminez-en une : le passé reste lisible.</p>
      <Donnees requete={registre} quoi="Lecture des places">
        {(r) =>
          r.lignes.length === 0 ? (
            <EtatVide titre="Aucune place n’est enregistrée.">Sans places, rien ne dit combien un service peut encore prendre : chaque affectation demande alors un motif.</EtatVide>
          ) : (
            <Tableau legende={`${pluriel(r.lignes.filter((l) => l.ouverte).reduce((n, l) => n + l.places, 0), 'place ouverte', 'places ouvertes')} aujourd’hui`}
              lignes={r.lignes} cle={(l) => l.id}
              colonnes={[
                { titre: 'Mesure', rendu: (l) => l.produitLibelle },
                { titre: 'Service', rendu: (l) => l.serviceNom },
                { titre: 'Territoire', rendu: (l) => l.uniteNom ?? 'tous' },
                { titre: 'Places', rendu: (l) => nombre(l.places), nombre: true },
                { titre: 'Du', rendu: (l) => dateLongue(l.du) },
                { titre: 'Au', rendu: (l) => (l.au ? dateLongue(l.au) : 'sans fin') },
                { titre: 'Source', rendu: (l) => l.source ?? '', large: true },
                { titre: 'Acte', rendu: (l) => (l.au ? null : <Button size="sm" variant="default" onClick={() => setFinir(l)} aria-label={`Terminer ${l.places} places ${l.produitLibelle}, ${l.serviceNom}`}>Terminer</Button>) },
              ]} />
          )
        }
      </Donnees>
      <Modal opened={ouvrir && !!registre.data} onClose={() => setOuvrir(false)} title="Ouvrir des places" size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {ouvrir && registre.data && <Ouvrir registre={registre.data} fermer={() => setOuvrir(false)} />}
      </Modal>
      <Modal opened={finir !== null} onClose={() => setFinir(null)} title="Terminer des places" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {finir && <Terminer ligne={finir} fermer={() => setFinir(null)} />}
      </Modal>
    </Page>
  );
}

const choix = (vide: string, valeurs: { code: string; libelle: string }[]) => [{ value: '', label: vide }, ...valeurs.map((v) => ({ value: v.code, label: v.libelle }))];

function Ouvrir({ registre, fermer }: { registre: Registre; fermer: () => void }) {
  const moi = useMoi();
  const f = useFormulaire({
    initiales: { service: '', produit: '', unite: '', places: '' as number | string, du: moi.aujourdhui, au: '', source: '' },
    valider: (v) => ({
      service: v.service ? null : 'Choisissez qui exerce.',
      produit: v.produit ? null : 'Choisissez une mesure du département.',
      places: v.places === '' ? 'Indiquez le nombre de places.' : null,
      du: v.du ? dateIllisible(v.du) : 'Indiquez le jour d’ouverture.',
      au: dateIllisible(v.au),
    }),
    envoyer: (v, { cle }) => api.post('/api/attente/capacites', { ...v, unite: v.unite || null, au: v.au || null, source: v.source || null }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Les places sont ouvertes.');
      fermer();
    },
  });
  return (
    <Formulaire f={f} verbe="Ouvrir les places">
      <NativeSelect label="Qui exerce" description="La direction, quand l’unité exerce elle-même" data={choix('Choisissez…', registre.services)} {...f.champ('service')} />
      <NativeSelect label="Mesure" data={choix('Choisissez…', registre.produits)} {...f.champ('produit')} />
      <NativeSelect label="Territoire" description="Des places réservées à un territoire ne servent pas aux autres." data={choix('Tous', registre.territoires)} {...f.champ('unite')} />
      <NumberInput label="Places" min={0} max={10000} allowDecimal={false} allowNegative={false} hideControls {...f.champ('places')} />
      <ChampDate label="Du" {...f.champ('du')} />
      <ChampDate label="Au (facultatif)" {...f.champ('au')} />
      <TextInput label="Source (facultatif)" description="L’arrêté, la convention ou le document qui le dit" autoComplete="off" {...f.champ('source')} />
    </Formulaire>
  );
}

function Terminer({ ligne, fermer }: { ligne: Capacite; fermer: () => void }) {
  const moi = useMoi();
  const f = useFormulaire({
    initiales: { au: moi.aujourdhui },
    valider: (v) => ({ au: v.au ? dateIllisible(v.au) : 'Indiquez le dernier jour de ces places.' }),
    envoyer: (v, { motifs, cle }) => api.post(`/api/attente/capacites/${ligne.id}/fin`, { au: v.au, version: ligne.version, motifs }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Ces places sont terminées.');
      fermer();
    },
  });
  return (
    <Formulaire f={f} verbe="Terminer les places" consequence={`${ligne.serviceNom} aura ${nombre(ligne.places)} places ${ligne.produitLibelle} de moins après ce jour.`}>
      <ChampDate label="Dernier jour" {...f.champ('au')} />
    </Formulaire>
  );
}
