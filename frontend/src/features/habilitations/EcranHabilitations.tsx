import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees, EtatVide } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { Tableau } from '../../commun/liste/Tableau';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateLongue, jourDe, pluriel } from '../../commun/temps';
import { enListe, useHabilitables, useHabilitations, type LigneHabilitation, type PageHabilitations } from './api';
import classes from './habilitations.module.css';

const sansAccent = (t: string) => t.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const TOUT = 'departement';

/** Who holds which duty where, since when, by the directory or by hand; unit by unit. */
export default function EcranHabilitations() {
  const requete = useHabilitations();
  const [donner, setDonner] = useState(false);
  const [retirer, setRetirer] = useState<LigneHabilitation | null>(null);
  return (
    <Page titre="Habilitations" large actes={<Button onClick={() => setDonner(true)} disabled={!requete.data}>Donner une habilitation</Button>}>
      <p>
        Ce que dit l’annuaire (Keycloak) se change dans l’annuaire, et vaut dès la connexion suivante. Ce qui est donné ici, à la main, vaut dès la requête suivante, jusqu’à sa
        fin ou son retrait.
      </p>
      <Donnees requete={requete} quoi="Lecture des habilitations">
        {(page) => (
          <>
            <Liste page={page} retirer={setRetirer} />
            <Modal opened={donner} onClose={() => setDonner(false)} title="Donner une habilitation" size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
              {donner && <Donner page={page} fermer={() => setDonner(false)} />}
            </Modal>
          </>
        )}
      </Donnees>
      <Modal opened={retirer !== null} onClose={() => setRetirer(null)} title="Retirer une habilitation" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {retirer && <Retirer l={retirer} fermer={() => setRetirer(null)} />}
      </Modal>
    </Page>
  );
}

const ORIGINES: Record<string, string> = { ANNUAIRE: 'annuaire', MANUELLE: 'à la main' };

function Liste({ page, retirer }: { page: PageHabilitations; retirer: (l: LigneHabilitation) => void }) {
  const [unite, setUnite] = useState('');
  const [role, setRole] = useState('');
  const [nom, setNom] = useState('');
  const [main, setMain] = useState('');
  const vues = page.lignes.filter((l) => (unite === '' || (l.uniteId ?? TOUT) === unite) && (role === '' || l.role === role) && (main === '' || l.origine === main)
    && sansAccent(`${l.nom} ${l.identifiant}`).includes(sansAccent(nom.trim())));
  const unites = [{ id: TOUT, nom: 'Tout le département' }, ...page.unites].map((u) => ({ ...u, lignes: vues.filter((l) => (l.uniteId ?? TOUT) === u.id) })).filter((u) => u.lignes.length > 0);
  return (
    <>
      <div className={classes.filtres} role="search" aria-label="Filtrer les habilitations">
        <NativeSelect label="Unité" value={unite} onChange={(e) => setUnite(e.currentTarget.value)}
          data={[{ value: '', label: 'Toutes' }, { value: TOUT, label: 'Tout le département' }, ...page.unites.map((u) => ({ value: u.id, label: u.nom }))]} />
        <NativeSelect label="Rôle" value={role} onChange={(e) => setRole(e.currentTarget.value)} data={[{ value: '', label: 'Tous' }, ...page.roles.map((r) => ({ value: r.code, label: r.libelle }))]} />
        <NativeSelect label="Origine" value={main} onChange={(e) => setMain(e.currentTarget.value)}
          data={[{ value: '', label: 'Toutes' }, { value: 'ANNUAIRE', label: 'Annuaire' }, { value: 'MANUELLE', label: 'À la main' }]} />
        <TextInput label="Nom" value={nom} autoComplete="off" onChange={(e) => setNom(e.currentTarget.value)} />
      </div>
      <p role="status">{pluriel(vues.length, 'habilitation')} · {pluriel(new Set(vues.map((l) => l.utilisateurId)).size, 'personne')}</p>
      {unites.length === 0 && <EtatVide titre="Aucune habilitation ne répond à ces filtres." />}
      {unites.map((u) => (
        <Tableau key={u.id} legende={`${u.nom} : ${pluriel(u.lignes.length, 'habilitation')}`} lignes={u.lignes} cle={(l) => `${l.utilisateurId}-${l.role}-${l.aVenir}`}
          colonnes={[
            { titre: 'Personne', rendu: (l) => <>{l.nom}{l.absentJusquau && <strong> · absence jusqu’au {dateLongue(l.absentJusquau)}</strong>}</> },
            { titre: 'Rôle', rendu: (l) => l.roleLibelle },
            { titre: 'Missions', rendu: (l) => l.missions.join(', '), large: true },
            { titre: 'Origine', rendu: (l) => (l.origine === 'MANUELLE' ? <>à la main, par {l.donneePar ?? 'la maison'} : {l.motif}</> : ORIGINES[l.origine]) },
            { titre: 'Depuis', rendu: (l) => (l.aVenir ? <strong>à partir du {dateLongue(l.du)}</strong> : dateLongue(l.du ?? jourDe(l.depuis))) },
            { titre: 'Jusqu’au', rendu: (l) => (l.jusquau ? dateLongue(l.jusquau) : 'sans fin') },
            { titre: 'Dernière connexion', rendu: (l) => (l.derniereConnexion ? dateLongue(jourDe(l.derniereConnexion)) : 'jamais'), large: true },
            {
              titre: 'Acte', rendu: (l) => (l.manuelleId
                ? <Button size="sm" variant="default" onClick={() => retirer(l)} aria-label={`Retirer ${l.roleLibelle} à ${l.nom}`}>Retirer</Button> : null),
            },
          ]} />
      ))}
    </>
  );
}

function Donner({ page, fermer }: { page: PageHabilitations; fermer: () => void }) {
  const moi = useMoi();
  const { data: personnes = [] } = useHabilitables();
  const f = useFormulaire({
    initiales: { utilisateurId: '', role: '', uniteId: '', du: moi.aujourdhui, au: '', motif: '' },
    valider: (v) => ({
      utilisateurId: v.utilisateurId ? null : 'Choisissez une personne.',
      role: v.role ? null : 'Choisissez un rôle.',
      uniteId: v.uniteId ? null : 'Choisissez une unité, ou tout le département.',
      du: v.du ? dateIllisible(v.du) : 'Indiquez le premier jour.',
      au: v.au ? dateIllisible(v.au) : null,
      motif: v.motif.trim().length >= 5 ? null : 'Écrivez pourquoi cette habilitation est donnée à la main.',
    }),
    envoyer: (v, { cle }) => api.post('/api/habilitations', { ...v, uniteId: v.uniteId === TOUT ? null : v.uniteId, au: v.au || null }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('L’habilitation est donnée.');
      fermer();
    },
  });
  return (
    <Formulaire f={f} verbe="Donner l’habilitation" consequence="La personne agit et voit selon ce rôle dès sa prochaine requête, à partir du premier jour.">
      <NativeSelect label="Personne" data={enListe(personnes.filter((p) => p.id !== moi.id), 'Choisissez…')} {...f.champ('utilisateurId')} />
      <NativeSelect label="Rôle" data={[{ value: '', label: 'Choisissez…' }, ...page.roles.map((r) => ({ value: r.code, label: r.libelle }))]} {...f.champ('role')} />
      <NativeSelect label="Unité" data={[{ value: '', label: 'Choisissez…' }, ...page.unites.map((u) => ({ value: u.id, label: u.nom })), { value: TOUT, label: 'Tout le département' }]} {...f.champ('uniteId')} />
      <ChampDate label="Du" {...f.champ('du')} />
      <ChampDate label="Au (facultatif)" description="Avec une fin, elle s’éteint d’elle-même." {...f.champ('au')} />
      <TextInput label="Motif" description="Intérim, renfort, attente de l’annuaire…" autoComplete="off" {...f.champ('motif')} />
    </Formulaire>
  );
}

function Retirer({ l, fermer }: { l: LigneHabilitation; fermer: () => void }) {
  const f = useFormulaire({
    initiales: { motif: '' },
    valider: (v) => ({ motif: v.motif.trim() ? null : 'Écrivez pourquoi cette habilitation est retirée.' }),
    envoyer: (v, { cle }) => api.post(`/api/habilitations/${l.manuelleId}/retrait`, v, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('L’habilitation est retirée.');
      fermer();
    },
  });
  return (
    <Formulaire f={f} verbe="Retirer l’habilitation" consequence={`${l.nom} ne tient plus « ${l.roleLibelle} » dès sa prochaine requête.`}>
      <TextInput label="Motif" autoComplete="off" {...f.champ('motif')} />
    </Formulaire>
  );
}
