import { Modal, TextInput, Radio, Group } from '@mantine/core';
import type { ReactNode } from 'react';

import { api } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { IdentiteEnfant } from '../../commun/enfant/IdentiteEnfant';
import type { EnfantSaisie } from '../../commun/enfant/enfant';
import { ChampDate, Formulaire, useFormulaire } from '../../commun/formulaire';
import { idDeChamp } from '../../commun/formulaire/champs';
import { FormFoyer } from './FormFoyer';
import { FormLien } from './FormLien';
import { FormRestriction } from './FormRestriction';
import { FormReunion } from './FormReunion';
import { FormTitulaire } from './FormTitulaire';
import type { PageEnfant } from './api';

export type ActeEnfant = 'identite' | 'nom' | 'naissance' | 'deces' | 'titulaire' | 'foyer' | 'lien' | 'reunion' | 'restriction';

interface Proprietes {
  page: PageEnfant;
  fermer: () => void;
}

const ACTES: Record<ActeEnfant, { titre: string; contenu: (p: Proprietes) => ReactNode }> = {
  identite: { titre: 'Corriger l’identité', contenu: (p) => <FormIdentite {...p} /> },
  nom: { titre: 'Ajouter un autre nom', contenu: (p) => <FormNom {...p} /> },
  naissance: { titre: 'Enregistrer la naissance', contenu: (p) => <FormNaissance {...p} /> },
  deces: { titre: 'Enregistrer le décès', contenu: (p) => <FormDeces {...p} /> },
  titulaire: { titre: 'Ajouter un titulaire ou un proche', contenu: (p) => <FormTitulaire {...p} /> },
  foyer: { titre: 'Ajouter un lieu de vie', contenu: (p) => <FormFoyer {...p} /> },
  lien: { titre: 'Lier à un autre enfant', contenu: (p) => <FormLien {...p} /> },
  reunion: { titre: 'Réunir avec un autre dossier', contenu: (p) => <FormReunion {...p} /> },
  restriction: { titre: 'Restreindre le dossier', contenu: (p) => <FormRestriction {...p} /> },
};

/** The form of one act on a child, in a dialog; the page stays behind. */
export function ActesEnfant({ acte, page, fermer }: Proprietes & { acte: ActeEnfant | null }) {
  return (
    <Modal opened={acte !== null} onClose={fermer} title={acte && ACTES[acte].titre} size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
      {acte && ACTES[acte].contenu({ page, fermer })}
    </Modal>
  );
}

function FormIdentite({ page, fermer }: Proprietes) {
  const i = page.identite;
  const f = useFormulaire<{ enfant: EnfantSaisie }>({
    nom: 'enfant.identite', sujet: page.id, version: page.version,
    initiales: {
      enfant: {
        nom: i.nom, nomUsage: i.nomUsage, prenoms: i.prenoms, nonNomme: i.nonNomme, sexe: i.sexe, naissance: { ...i.naissance }, communeNaissance: i.communeNaissance,
        decesLe: i.decesLe, personneSeDeclarantMineure: i.personneSeDeclarantMineure,
      },
    },
    envoyer: (v, { cle }) => api.put(`/api/enfants/${page.id}/identite`, { version: page.version, enfant: v.enfant }, { cleIdempotence: cle }),
    reussi: () => { annoncer('L’identité est corrigée ; l’ancien nom reste trouvable.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Corriger l’identité" consequence="L’ancien nom restera au dossier et dans la recherche.">
      <IdentiteEnfant valeur={f.valeurs.enfant} onChange={(enfant) => f.form.setFieldValue('enfant', enfant as never)} chemin="enfant" erreurs={f.form.errors} idDe={(c) => idDeChamp(f.id, c)} complet />
    </Formulaire>
  );
}

function FormNom({ page, fermer }: Proprietes) {
  const f = useFormulaire({
    initiales: { nom: '', prenoms: '' },
    envoyer: (v, { cle }) => api.post(`/api/enfants/${page.id}/noms`, v, { cleIdempotence: cle }),
    reussi: () => { annoncer('L’enfant sera trouvé aussi sous ce nom.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Ajouter ce nom">
      <TextInput label="Nom" autoComplete="off" {...f.champ('nom')} data-autofocus />
      <TextInput label="Prénoms (facultatif)" autoComplete="off" {...f.champ('prenoms')} />
    </Formulaire>
  );
}

function FormNaissance({ page, fermer }: Proprietes) {
  const f = useFormulaire({
    version: page.version,
    initiales: { le: '', prenoms: page.identite.prenoms, sexe: page.identite.sexe as string },
    valider: (v) => ({ le: v.le ? null : 'Indiquez la date de naissance.' }),
    envoyer: (v, { cle }) => api.post(`/api/enfants/${page.id}/naissance`, { ...v, version: page.version }, { cleIdempotence: cle }),
    reussi: () => { annoncer('La naissance est enregistrée.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Enregistrer la naissance" consequence="L’enfant entrera dans le compte des mineurs à partir d’aujourd’hui.">
      <ChampDate label="Né(e) le" passe {...f.champ('le')} data-autofocus />
      <TextInput label="Prénoms (facultatif)" autoComplete="off" {...f.champ('prenoms')} />
      <Radio.Group label="Sexe" {...f.champ('sexe')}>
        <Group gap="lg" mt={4}>
          <Radio value="FILLE" label="Fille" />
          <Radio value="GARCON" label="Garçon" />
          <Radio value="INCONNU" label="Non connu" />
        </Group>
      </Radio.Group>
    </Formulaire>
  );
}

function FormDeces({ page, fermer }: Proprietes) {
  const f = useFormulaire({
    version: page.version, initiales: { le: '' },
    valider: (v) => ({ le: v.le ? null : 'Indiquez la date du décès.' }),
    envoyer: (v, { cle }) => api.post(`/api/enfants/${page.id}/deces`, { le: v.le, version: page.version }, { cleIdempotence: cle }),
    reussi: () => { annoncer('Le décès est enregistré.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Enregistrer le décès" consequence="Les informations préoccupantes en cours restent ouvertes : chacune se clôt depuis sa page, avec le motif « décédé ».">
      <ChampDate label="Décédé(e) le" passe {...f.champ('le')} data-autofocus />
    </Formulaire>
  );
}
