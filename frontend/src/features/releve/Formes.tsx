import { Group, NativeSelect, NumberInput, Radio, Textarea, TextInput } from '@mantine/core';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import type { Champ, Genre, Releve } from './api';

const vides = (champs: Champ[], connus: Record<string, string> = {}) => Object.fromEntries(champs.map((c) => [c.code, connus[c.code] ?? '']));

/** Kinds by heading, as a list one types into. */
function listes(genres: Genre[]) {
  const rubriques = [...new Set(genres.map((g) => g.rubrique))];
  return [{ value: '', label: 'Choisissez…' }, ...rubriques.map((r) => ({ group: r, items: genres.filter((g) => g.rubrique === r).map((g) => ({ value: g.code, label: g.libelle })) }))];
}

type Valeurs = { unite: string; code: string; du: string; au: string; champs: Record<string, string | number>; texte: string };

/** A new record, of a child or of a sitting, or one to correct: what, when, and its few fields. */
export function FormReleve({ genres, adresse, unites, corrige, fermer }: {
  genres: Genre[];
  /** Where a new one is posted. */
  adresse: string;
  unites?: { id: string; nom: string }[];
  corrige?: Releve;
  fermer?: () => void;
}) {
  const moi = useMoi();
  const seul = genres.length === 1 ? genres[0] : undefined;
  const initiales: Valeurs = {
    unite: unites?.length === 1 ? (unites[0]?.id ?? '') : '', code: corrige?.code ?? seul?.code ?? '', du: corrige?.du ?? moi.aujourdhui, au: corrige?.au ?? '',
    champs: vides(genres.flatMap((g) => g.champs), corrige?.champs), texte: corrige?.texte ?? '',
  };
  const f = useFormulaire({
    initiales,
    valider: (v) => {
      const g = genres.find((x) => x.code === v.code);
      return {
        code: g ? null : 'Choisissez ce que vous notez.',
        unite: unites && !v.unite ? 'Choisissez l’unité.' : null,
        du: v.du ? dateIllisible(v.du) : 'Indiquez une date.',
        au: dateIllisible(v.au),
        ...Object.fromEntries((g?.champs ?? []).map((c) => [`champs.${c.code}`, c.obligatoire && (v.champs[c.code] ?? '') === '' ? (c.type === 'NOMBRE' ? 'Indiquez ce nombre.' : 'Choisissez une réponse.') : null])),
      };
    },
    envoyer: (v, { motifs, cle }) => {
      const g = genres.find((x) => x.code === v.code);
      const champs = Object.fromEntries((g?.champs ?? []).map((c) => [c.code, String(v.champs[c.code] ?? '')]).filter(([, valeur]) => valeur !== ''));
      const corps = { unite: v.unite || null, code: v.code, du: v.du, au: (g?.dure && v.au) || null, champs, texte: v.texte || null, motifs };
      return corrige ? api.put(`/api/releves/${corrige.id}`, { ...corps, version: corrige.version }, { cleIdempotence: cle }) : api.post(adresse, corps, { cleIdempotence: cle });
    },
    reussi: () => {
      annoncer(corrige ? 'Le repère est corrigé.' : 'C’est noté.');
      f.form.setValues({ ...initiales, code: seul?.code ?? '' });
      fermer?.();
    },
  });
  const genre = genres.find((g) => g.code === f.valeurs.code);
  return (
    <Formulaire f={f} verbe={corrige ? 'Corriger' : 'Noter'}>
      {unites && unites.length > 1 && <NativeSelect label="Unité" data={[{ value: '', label: 'Choisissez…' }, ...unites.map((u) => ({ value: u.id, label: u.nom }))]} {...f.champ('unite')} />}
      {!corrige && !seul && <NativeSelect label="Quoi" data={listes(genres)} {...f.champ('code')} />}
      {genre && (
        <>
          {(genre.aide || genre.sensible || genre.aValider || genre.sur === 'FOYER') && (
            <p>
              {genre.aide} {genre.sur === 'FOYER' && 'Se compte une fois pour la famille : notez-le au dossier d’un seul des enfants.'}{' '}
              {genre.sensible && 'Donnée sensible : notez le fait et sa date, rien de plus.'} {genre.aValider && 'Définition à valider : le document nomme ce fait sans le définir.'}
            </p>
          )}
          {genre.champs.map((c) => <UnChamp key={c.code} champ={c} f={f} />)}
          <ChampDate label={genre.dure ? 'Depuis le' : 'Le'} passe {...f.champ('du')} />
          {genre.dure && <ChampDate label="Fini le (facultatif)" passe {...f.champ('au')} />}
          <Textarea label="Précision (facultatif)" description="Elle reste au dossier et ne se compte pas." autosize minRows={1} maxRows={5} maxLength={1000} {...f.champ('texte')} />
        </>
      )}
    </Formulaire>
  );
}

function UnChamp({ champ, f }: { champ: Champ; f: ReturnType<typeof useFormulaire<Valeurs>> }) {
  const nom = `champs.${champ.code}`;
  const libelle = champ.obligatoire ? champ.libelle : `${champ.libelle} (facultatif)`;
  if (champ.type === 'NOMBRE') return <NumberInput label={libelle} min={0} max={champ.max ?? undefined} allowDecimal={false} allowNegative={false} hideControls {...f.champ(nom)} />;
  if (champ.type === 'OUI_NON') {
    return (
      <Radio.Group label={libelle} {...f.champ(nom)}>
        <Group gap="lg" mt={4}><Radio value="OUI" label="Oui" /><Radio value="NON" label="Non" /></Group>
      </Radio.Group>
    );
  }
  return <NativeSelect label={libelle} data={[{ value: '', label: 'Choisissez…' }, ...champ.valeurs.map((v) => ({ value: v.code, label: v.libelle }))]} {...f.champ(nom)} />;
}

export function FormFin({ releve, fermer }: { releve: Releve; fermer: () => void }) {
  const moi = useMoi();
  const f = useFormulaire({
    initiales: { au: moi.aujourdhui },
    valider: (v) => ({ au: v.au ? dateIllisible(v.au) : 'Indiquez quand il a pris fin.' }),
    envoyer: (v, { cle }) => api.post(`/api/releves/${releve.id}/fin`, { version: releve.version, au: v.au }, { cleIdempotence: cle }),
    reussi: () => { annoncer('La fin est notée.'); fermer(); },
  });
  return <Formulaire f={f} verbe="Noter la fin"><ChampDate label="Fini le" passe {...f.champ('au')} /></Formulaire>;
}

export function FormAnnulation({ releve, fermer }: { releve: Releve; fermer: () => void }) {
  const f = useFormulaire({
    initiales: { motif: '' },
    valider: (v) => ({ motif: v.motif.trim() ? null : 'Écrivez pourquoi ce repère n’aurait pas dû être noté.' }),
    envoyer: (v, { cle }) => api.post(`/api/releves/${releve.id}/annulation`, { version: releve.version, motif: v.motif }, { cleIdempotence: cle }),
    reussi: () => { annoncer('Le repère est annulé ; la ligne reste lisible.'); fermer(); },
  });
  return <Formulaire f={f} verbe="Annuler ce repère" consequence="Il ne comptera plus nulle part. La ligne reste lisible avec ce motif."><TextInput label="Pourquoi" autoComplete="off" {...f.champ('motif')} /></Formulaire>;
}
