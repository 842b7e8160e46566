import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';

import { api } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { ChampDate, Formulaire, useFormulaire } from '../../commun/formulaire';
import { EXERCICES, options, QUALITES, type PageEnfant, type Titulaire } from './api';
import classes from './enfants.module.css';

/** An adult and how they stand to this child: a new tie, or one that was written wrong. */
export function FormTitulaire({ page, lien, fermer }: { page: PageEnfant; lien?: Titulaire; fermer: () => void }) {
  const fratrie = page.liens.filter((l) => l.ouvrable && (l.genre === 'FRATRIE' || l.genre === 'DEMI_FRATRIE'));
  const f = useFormulaire({
    nom: lien ? undefined : 'enfant.titulaire', sujet: page.id,
    initiales: {
      adulte: { nom: '', nomUsage: '', prenoms: '', civilite: '', naissanceLe: '', telephone: '', courriel: '' },
      qualite: lien?.qualite ?? 'MERE', exercice: lien?.exercice ?? 'INCONNU', precision: lien?.precision ?? '', du: lien?.du ?? '', au: lien?.au ?? '', aussi: [] as string[],
    },
    valider: (v) => ({ 'adulte.nom': lien || v.adulte.nom.trim() ? null : 'Indiquez le nom de cet adulte.' }),
    envoyer: (v, { cle }) => {
      const commun = { qualite: v.qualite, exercice: v.exercice, precision: v.precision || null, du: v.du || null, au: v.au || null };
      return lien
        ? api.put(`/api/enfants/${page.id}/titulaires/${lien.id}`, commun, { cleIdempotence: cle })
        : api.post(`/api/enfants/${page.id}/titulaires`, { ...commun, aussi: v.aussi, adulte: { ...v.adulte, naissanceLe: v.adulte.naissanceLe || null } }, { cleIdempotence: cle });
    },
    reussi: () => { annoncer(lien ? 'Le lien est corrigé.' : 'L’adulte est ajouté.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe={lien ? 'Corriger le lien' : 'Ajouter cet adulte'}>
      {!lien && (
        <>
          <div className={classes.duo}>
            <NativeSelect label="Civilité (facultatif)" data={[{ value: '', label: '—' }, { value: 'MADAME', label: 'Madame' }, { value: 'MONSIEUR', label: 'Monsieur' }]} {...f.champ('adulte.civilite')} />
            <TextInput label="Nom" autoComplete="off" {...f.champ('adulte.nom')} data-autofocus />
            <TextInput label="Prénoms (facultatif)" autoComplete="off" {...f.champ('adulte.prenoms')} />
          </div>
          <div className={classes.duo}>
            <TextInput label="Téléphone (facultatif)" autoComplete="off" inputMode="tel" {...f.champ('adulte.telephone')} />
            <TextInput label="Courriel (facultatif)" autoComplete="off" inputMode="email" {...f.champ('adulte.courriel')} />
            <ChampDate label="Date de naissance (facultatif)" passe {...f.champ('adulte.naissanceLe')} />
          </div>
        </>
      )}
      <div className={classes.duo}>
        <NativeSelect label="Lien avec l’enfant" data={options(QUALITES)} {...f.champ('qualite')} />
        <NativeSelect label="Autorité parentale" data={options(EXERCICES)} {...f.champ('exercice')} />
      </div>
      <TextInput label="Précision (facultatif)" description="Jugement, étendue de la délégation, désaccord…" autoComplete="off" {...f.champ('precision')} />
      <div className={classes.duo}>
        <ChampDate label="Depuis le (facultatif)" {...f.champ('du')} />
        <ChampDate label="Jusqu’au (facultatif)" {...f.champ('au')} />
      </div>
      {!lien && fratrie.length > 0 && (
        <Checkbox.Group label="Aussi pour" description="Chaque enfant a ses propres titulaires : cochez ceux pour qui c’est pareil." {...f.champ('aussi')}>
          <Group gap="md" mt={4}>
            {fratrie.map((l) => <Checkbox key={l.enfantId} value={l.enfantId} label={l.affiche} />)}
          </Group>
        </Checkbox.Group>
      )}
    </Formulaire>
  );
}

/** The adult themselves: name, how to reach them. */
export function FormAdulte({ page, titulaire: t, fermer }: { page: PageEnfant; titulaire: Titulaire; fermer: () => void }) {
  const f = useFormulaire({
    version: t.version,
    initiales: { adulte: { nom: t.nom, nomUsage: t.nomUsage ?? '', prenoms: t.prenoms, civilite: t.civilite ?? '', naissanceLe: t.naissanceLe ?? '', telephone: t.telephone ?? '', courriel: t.courriel ?? '' } },
    envoyer: (v, { cle }) => api.put(`/api/enfants/${page.id}/adultes/${t.adulteId}`, { version: t.version, adulte: { ...v.adulte, naissanceLe: v.adulte.naissanceLe || null } }, { cleIdempotence: cle }),
    reussi: () => { annoncer('La personne est corrigée.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Corriger la personne" consequence="La correction vaut pour tous les enfants à qui cette personne est liée.">
      <div className={classes.duo}>
        <NativeSelect label="Civilité (facultatif)" data={[{ value: '', label: '—' }, { value: 'MADAME', label: 'Madame' }, { value: 'MONSIEUR', label: 'Monsieur' }]} {...f.champ('adulte.civilite')} />
        <TextInput label="Nom" autoComplete="off" {...f.champ('adulte.nom')} data-autofocus />
        <TextInput label="Nom d’usage (facultatif)" autoComplete="off" {...f.champ('adulte.nomUsage')} />
        <TextInput label="Prénoms (facultatif)" autoComplete="off" {...f.champ('adulte.prenoms')} />
      </div>
      <div className={classes.duo}>
        <TextInput label="Téléphone (facultatif)" autoComplete="off" inputMode="tel" {...f.champ('adulte.telephone')} />
        <TextInput label="Courriel (facultatif)" autoComplete="off" inputMode="email" {...f.champ('adulte.courriel')} />
        <ChampDate label="Date de naissance (facultatif)" passe {...f.champ('adulte.naissanceLe')} />
      </div>
    </Formulaire>
  );
}
