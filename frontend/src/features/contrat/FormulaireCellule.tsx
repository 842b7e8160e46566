import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';

import { annoncer } from '../../commun/annonces';
import { ChampDate, Formulaire, dateIllisible, useFormulaire } from '../../commun/formulaire';
import { dateLongue } from '../../commun/temps';
import type { PlaceCellule } from './CelluleTableau';
import { CONTRAT, saisir, useHistoire, type Ligne, type Saisie, type Sorte } from './api';
import classes from './contrat.module.css';

const SORTES: { value: Sorte; label: string }[] = [
  { value: 'CHIFFRE', label: 'Chiffre' }, { value: 'NR', label: 'Non renseigné (NR)' }, { value: 'ND', label: 'Non disponible (ND)' }, { value: 'SANS_OBJET', label: 'Sans objet' },
  { value: 'TEXTE', label: 'Texte' }, { value: 'OUI_NON', label: 'Oui ou non' }, { value: 'DOCUMENT', label: 'Document' }, { value: 'RETIREE', label: 'Vider la cellule' },
];
const MOTS: Sorte[] = ['TEXTE', 'OUI_NON', 'DOCUMENT'];

interface Valeurs { sorte: Sorte; valeur: string | number; texte: string; base: string | number; source: string; arreteAu: string; motif: string }

/** All that a cell may hold, with its source and the day it was read. */
export function FormulaireCellule({ ligne, place, saisie, fermee }: { ligne: Ligne; place: PlaceCellule; saisie: Saisie | null; fermee: boolean }) {
  const cache = useQueryClient();
  const f = useFormulaire<Valeurs, unknown>({
    version: null,
    initiales: {
      sorte: saisie?.sorte ?? (ligne.nature === 'TEXTE' ? 'TEXTE' : ligne.nature === 'OUI_NON' ? 'OUI_NON' : ligne.nature === 'DOCUMENT' ? 'DOCUMENT' : 'CHIFFRE'), valeur: saisie?.valeur ?? '',
      texte: saisie?.texte ?? '', base: saisie?.base ?? '', source: saisie?.source ?? '', arreteAu: saisie?.arreteAu ?? '', motif: '',
    },
    valider: (v) => ({
      valeur: v.sorte === 'CHIFFRE' && v.valeur === '' ? 'Écrivez un nombre, par exemple 1 254 ou 12,5.' : null,
      arreteAu: dateIllisible(v.arreteAu),
      motif: fermee && !v.motif.trim() ? `L’année ${place.annee} est arrêtée : dites pourquoi la valeur change. Elle paraîtra en révision.` : null,
    }),
    envoyer: (v) => saisir(ligne.code, place.annee, place.type, {
      sorte: v.sorte, valeur: v.sorte === 'CHIFFRE' ? Number(v.valeur) : null, texte: MOTS.includes(v.sorte) ? v.texte : null, base: v.base === '' ? null : Number(v.base),
      source: v.source || null, arreteAu: v.arreteAu || null, commentaire: saisie?.commentaire ?? null, motif: v.motif || null, version: saisie?.version ?? 0,
    }),
    reussi: () => {
      annoncer('Cellule enregistrée.');
      void cache.invalidateQueries({ queryKey: CONTRAT });
    },
  });
  return (
    <div>
      <h3>Saisir {place.type === 'CIBLE' ? 'la cible' : 'la valeur'} de {place.annee}</h3>
      <Formulaire f={f} verbe={place.type === 'CIBLE' ? 'Enregistrer la cible' : 'Enregistrer la valeur'}
        consequence={fermee ? 'Le chiffre arrêté ne change pas : la correction paraît à côté, en révision, avec sa raison.' : undefined}>
        <Select label="Ce que contient la cellule" data={SORTES} allowDeselect={false} {...f.champ('sorte')} />
        {f.valeurs.sorte === 'CHIFFRE' && <NumberInput label={`Nombre${ligne.unite ? ` (${ligne.unite})` : ''}`} decimalSeparator="," thousandSeparator=" " min={0} hideControls {...f.champ('valeur')} />}
        {MOTS.includes(f.valeurs.sorte) && <Textarea label="Texte" autosize minRows={2} {...f.champ('texte')} />}
        {f.valeurs.sorte === 'CHIFFRE' && ligne.unite === '%' && <NumberInput label="Base (facultatif)" description="Sur combien : sans elle, le taux ne sort pas du département" min={0} hideControls {...f.champ('base')} />}
        {f.valeurs.sorte !== 'RETIREE' && (
          <>
            <TextInput label="Source (facultatif)" {...f.champ('source')} />
            {place.type === 'REALISE' && <ChampDate label="Valeur lue au (facultatif)" {...f.champ('arreteAu')} />}
          </>
        )}
        {fermee && <Textarea label="Pourquoi elle change" autosize minRows={2} {...f.champ('motif')} />}
      </Formulaire>
      {saisie && <Histoire place={place} />}
    </div>
  );
}

function Histoire({ place }: { place: PlaceCellule }) {
  const { data } = useHistoire(place.code, place.annee, place.type);
  if (!data || data.length < 2) return null;
  return (
    <details>
      <summary>{data.length} versions</summary>
      <ul className={classes.etapes}>
        {data.map((v) => (
          <li key={v.version}>{v.texte ?? v.valeur?.toLocaleString('fr-FR') ?? v.sorte}, {v.par ?? 'Jalon'}, le {dateLongue(v.le.slice(0, 10))}{v.motif && ` : ${v.motif}`}</li>
        ))}
      </ul>
    </details>
  );
}
