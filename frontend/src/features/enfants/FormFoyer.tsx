import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';

import { api } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { ChampDate, Formulaire, useFormulaire } from '../../commun/formulaire';
import type { Foyer, PageEnfant } from './api';
import classes from './enfants.module.css';

export interface AdresseMontree {
  adresse: string | null;
  codePostal: string | null;
  commune: string | null;
  telephone: string | null;
  motif: string | null;
}

const NOUVEAU = '';

/** A home: a new one, one of the fratrie's, or one to correct (with the protected address already asked for). */
export function FormFoyer({ page, foyer, montree, fermer }: { page: PageEnfant; foyer?: Foyer; montree?: AdresseMontree; fermer: () => void }) {
  const fratrie = page.liens.filter((l) => l.ouvrable && (l.genre === 'FRATRIE' || l.genre === 'DEMI_FRATRIE'));
  const adultes = page.titulaires.filter((t) => t.actuel);
  const f = useFormulaire({
    nom: foyer ? undefined : 'enfant.foyer', sujet: page.id, version: foyer?.version,
    initiales: {
      foyerId: NOUVEAU,
      foyer: {
        libelle: foyer?.libelle ?? '', adresse: montree?.adresse ?? foyer?.adresse ?? '', codePostal: montree?.codePostal ?? foyer?.codePostal ?? '',
        commune: montree?.commune ?? foyer?.commune ?? '', uniteId: foyer?.uniteId ?? '', telephone: montree?.telephone ?? foyer?.telephone ?? '',
        adresseProtegee: foyer?.adresseProtegee ?? false, protectionMotif: montree?.motif ?? '',
      },
      principal: page.foyers.every((x) => !x.actuel), du: '', adultes: [] as string[], aussi: [] as string[],
    },
    envoyer: (v, { cle }) => foyer
      ? api.put(`/api/enfants/${page.id}/foyers/${foyer.foyerId}`, { version: foyer.version, foyer: v.foyer }, { cleIdempotence: cle })
      : api.post(`/api/enfants/${page.id}/foyers`, {
        foyerId: v.foyerId || null, foyer: v.foyerId ? null : v.foyer, principal: v.principal, du: v.du || null, adultes: v.adultes, aussi: v.aussi,
      }, { cleIdempotence: cle }),
    reussi: () => { annoncer(foyer ? 'Le lieu de vie est corrigé.' : 'Le lieu de vie est ajouté.'); fermer(); },
  });
  const nouveau = !f.valeurs.foyerId;
  return (
    <Formulaire f={f} verbe={foyer ? 'Corriger le lieu de vie' : 'Ajouter ce lieu de vie'}>
      {!foyer && page.foyersProches.length > 0 && (
        <NativeSelect label="Lieu" {...f.champ('foyerId')} data={[{ value: NOUVEAU, label: 'Un lieu à décrire' }, ...page.foyersProches.map((x) => ({ value: x.foyerId, label: x.libelle }))]} />
      )}
      {nouveau && (
        <>
          <TextInput label="Chez qui (facultatif)" placeholder="Chez sa mère" autoComplete="off" {...f.champ('foyer.libelle')} />
          <TextInput label="Adresse (facultatif)" autoComplete="off" {...f.champ('foyer.adresse')} />
          <div className={classes.duo}>
            <TextInput label="Code postal (facultatif)" autoComplete="off" inputMode="numeric" {...f.champ('foyer.codePostal')} />
            <TextInput label="Commune (facultatif)" autoComplete="off" {...f.champ('foyer.commune')} />
            <TextInput label="Téléphone (facultatif)" autoComplete="off" inputMode="tel" {...f.champ('foyer.telephone')} />
          </div>
          <Checkbox label="Adresse protégée : elle n’apparaîtra sur aucun écran ni document pour l’autre parent" {...f.champ('foyer.adresseProtegee', { type: 'checkbox' })} />
          {f.valeurs.foyer.adresseProtegee && <TextInput label="Pourquoi (facultatif)" description="Ordonnance de protection, violences…" autoComplete="off" {...f.champ('foyer.protectionMotif')} />}
        </>
      )}
      {!foyer && (
        <>
          <Checkbox label="Lieu de vie principal" {...f.champ('principal', { type: 'checkbox' })} />
          <ChampDate label="Depuis le (facultatif)" {...f.champ('du')} />
          {adultes.length > 0 && (
            <Checkbox.Group label="Adultes qui y vivent (facultatif)" {...f.champ('adultes')}>
              <Group gap="md" mt={4}>{adultes.map((t) => <Checkbox key={t.adulteId} value={t.adulteId} label={t.affiche} />)}</Group>
            </Checkbox.Group>
          )}
          {fratrie.length > 0 && (
            <Checkbox.Group label="Aussi pour (facultatif)" {...f.champ('aussi')}>
              <Group gap="md" mt={4}>{fratrie.map((l) => <Checkbox key={l.enfantId} value={l.enfantId} label={l.affiche} />)}</Group>
            </Checkbox.Group>
          )}
        </>
      )}
    </Formulaire>
  );
}
