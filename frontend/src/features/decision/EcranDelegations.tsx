import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees, EtatVide } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { Tableau } from '../../commun/liste/Tableau';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateLongue, pluriel } from '../../commun/temps';
import { useDelegations, type Delegation } from './api';

/** Who may sign, since when and until when: a decision signed without a délégation is void. */
export default function EcranDelegations() {
  const delegations = useDelegations();
  const [donner, setDonner] = useState(false);
  const [finir, setFinir] = useState<Delegation | null>(null);
  return (
    <Page titre="Délégations de signature" large actes={<Button onClick={() => setDonner(true)}>Donner une délégation</Button>}>
      <Donnees requete={delegations} quoi="Lecture des délégations">
        {(lignes) =>
          lignes.length === 0 ? <EtatVide titre="Aucune délégation n’est enregistrée.">Sans délégation valable le jour de la signature, une décision est refusée.</EtatVide> : (
            <Tableau legende={`${pluriel(lignes.filter((l) => l.enCours).length, 'délégation en cours', 'délégations en cours')}, ${pluriel(lignes.filter((l) => !l.enCours).length, 'finie')}`}
              lignes={lignes} cle={(l) => l.id}
              colonnes={[
                { titre: 'Signataire', rendu: (l) => l.signataire },
                { titre: 'Arrêté', rendu: (l) => l.reference },
                { titre: 'Au nom de', rendu: (l) => (l.interimDe ? `intérim de ${l.interimDeNom}` : 'soi-même') },
                { titre: 'Du', rendu: (l) => dateLongue(l.du) },
                { titre: 'Au', rendu: (l) => (l.au ? `${dateLongue(l.au)}${l.finMotif ? ` (${l.finMotif})` : ''}` : 'sans fin') },
                { titre: 'Décisions', rendu: (l) => l.decisions, nombre: true, large: true },
                { titre: 'Acte', rendu: (l) => (l.enCours ? <Button size="sm" variant="default" onClick={() => setFinir(l)} aria-label={`Finir la délégation de ${l.signataire}`}>Finir</Button> : null) },
              ]} />
          )
        }
      </Donnees>
      <Modal opened={donner} onClose={() => setDonner(false)} title="Donner une délégation" size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {donner && <Donner fermer={() => setDonner(false)} />}
      </Modal>
      <Modal opened={finir !== null} onClose={() => setFinir(null)} title="Finir une délégation" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {finir && <Finir d={finir} fermer={() => setFinir(null)} />}
      </Modal>
    </Page>
  );
}

function Donner({ fermer }: { fermer: () => void }) {
  const moi = useMoi();
  const { data: personnes = [] } = useQuery({
    queryKey: ['delegations', 'personnes'],
    queryFn: ({ signal }) => api.get<{ id: string; nom: string; fonction: string | null }[]>('/api/delegations/personnes', undefined, signal),
  });
  const f = useFormulaire({
    initiales: { utilisateurId: '', reference: '', interimDe: '', du: moi.aujourdhui, au: '' },
    valider: (v) => ({
      utilisateurId: v.utilisateurId ? null : 'Choisissez la personne qui signera.',
      reference: v.reference.trim() ? null : 'Indiquez l’arrêté qui donne cette délégation.',
      du: v.du ? dateIllisible(v.du) : 'Indiquez le premier jour de la délégation.',
      au: v.au ? dateIllisible(v.au) : v.interimDe ? 'Un intérim a un dernier jour.' : null,
    }),
    envoyer: (v, { cle }) => api.post('/api/delegations', { ...v, interimDe: v.interimDe || null, au: v.au || null }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('La délégation est donnée.');
      fermer();
    },
  });
  const liste = personnes.map((p) => ({ value: p.id, label: p.fonction ? `${p.nom}, ${p.fonction}` : p.nom }));
  return (
    <Formulaire f={f} verbe="Donner la délégation">
      <NativeSelect label="Signataire" data={[{ value: '', label: 'Choisissez…' }, ...liste]} {...f.champ('utilisateurId')} />
      <TextInput label="Arrêté" placeholder="Arrêté 2026-12 du 3 mars 2026" autoComplete="off" {...f.champ('reference')} />
      <NativeSelect label="Au nom de" description="Un intérim nomme la personne absente." data={[{ value: '', label: 'En son propre nom' }, ...liste]} {...f.champ('interimDe')} />
      <ChampDate label="Du" {...f.champ('du')} />
      <ChampDate label={f.valeurs.interimDe ? 'Au' : 'Au (facultatif)'} {...f.champ('au')} />
    </Formulaire>
  );
}

function Finir({ d, fermer }: { d: Delegation; fermer: () => void }) {
  const moi = useMoi();
  const f = useFormulaire({
    initiales: { au: moi.aujourdhui, motif: '' },
    valider: (v) => ({ au: v.au ? dateIllisible(v.au) : 'Indiquez le dernier jour de la délégation.' }),
    envoyer: (v, { cle }) => api.post(`/api/delegations/${d.id}/fin`, { au: v.au, motif: v.motif || null }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('La délégation est finie.');
      fermer();
    },
  });
  return (
    <Formulaire f={f} verbe="Finir la délégation" consequence={`${d.signataire} ne pourra plus signer au titre de ${d.reference} après ce jour.`}>
      <ChampDate label="Dernier jour" {...f.champ('au')} />
      <TextInput label="Pourquoi (facultatif)" autoComplete="off" {...f.champ('motif')} />
    </Formulaire>
  );
}
