import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useNavigate, useParams } from 'react-router';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { ChampDate, Formulaire, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { GENRES, QUALITES } from './api';

/** Somebody asks for something about this child's file. */
export default function EcranNouvelle() {
  const { enfantId } = useParams();
  const moi = useMoi();
  const aller = useNavigate();
  const f = useFormulaire({
    nom: 'droits.ouvrir', sujet: enfantId,
    initiales: { genre: 'ACCES', qualite: 'ENFANT', demandeur: '', contact: '', objet: '', recueLe: moi.aujourdhui, identiteLe: '', identiteMoyen: '' },
    valider: (v) => ({
      demandeur: v.demandeur.trim() ? null : 'Écrivez le nom de la personne qui demande.',
      recueLe: v.recueLe ? null : 'Indiquez le jour où la demande est arrivée.',
      objet: v.genre === 'ACCES' || v.objet.trim() ? null : 'Écrivez ce qui est demandé.',
    }),
    envoyer: (v, { cle }) => api.post<{ id: string }>('/api/droits/demandes', { ...v, enfantId, identiteLe: v.identiteLe || null }, { cleIdempotence: cle }),
    reussi: ({ id }) => { annoncer('La demande est enregistrée.'); void aller(`/droits/${id}`); },
  });
  return (
    <Page titre="Enregistrer une demande">
      <Formulaire f={f} verbe="Enregistrer la demande" consequence="La réponse est due un mois après la réception.">
        <NativeSelect label="Ce qui est demandé" data={GENRES} {...f.champ('genre')} />
        <NativeSelect label="En qualité de" data={QUALITES} {...f.champ('qualite')} />
        <TextInput label="Nom de la personne qui demande" autoComplete="off" {...f.champ('demandeur')} />
        <TextInput label="Adresse ou courriel pour la réponse" description="Facultatif" autoComplete="off" {...f.champ('contact')} />
        <ChampDate label="Demande reçue le" {...f.champ('recueLe')} />
        <Textarea label="Ce que la personne écrit" description={f.valeurs.genre === 'ACCES' ? 'Facultatif' : 'En reprenant ses mots'} autosize minRows={2} {...f.champ('objet')} />
        <ChampDate label="Identité vérifiée le" description="Facultatif maintenant, nécessaire avant de répondre favorablement" {...f.champ('identiteLe')} />
        <TextInput label="Comment" description="Carte d’identité, connue du service…" {...f.champ('identiteMoyen')} />
      </Formulaire>
    </Page>
  );
}
