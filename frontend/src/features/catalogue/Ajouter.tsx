import { Button, Group, TextInput, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { enProbleme } from '../../commun/api/probleme';
import { CATALOGUE, enregistrer, essayer, type Ajoutes } from './api';

const MODELE = `- code: MON_INDICATEUR
  libelle: "Ce que dit le document"
  unite: mesures
  groupe: Ajoutés
  mesure: {formule: en-cours, genre: EXERCEE, filtre: {produit: [AED]}, quoi: MESURES}
  compte: "Ce qui est compté, en toutes lettres."
  date: "Ce qui place un dossier dans une année."
  inclus: []
  exclus: []
`;

/** A text, checked whole: each mistake leads to its line. Nothing is kept while one is left. */
export function Ajouter({ ajoutes }: { ajoutes: Ajoutes }) {
  const cache = useQueryClient();
  const champ = useRef<HTMLTextAreaElement>(null);
  const [yaml, setYaml] = useState(ajoutes.yaml);
  const [motif, setMotif] = useState('');
  const [erreurs, setErreurs] = useState<string[] | null>(null);
  const essai = useMutation({
    mutationFn: () => essayer(yaml),
    onSuccess: (r) => {
      setErreurs(r.erreurs.map((e) => `Ligne ${e.ligne}, colonne ${e.colonne}\u00a0: ${e.message}`));
      annoncer(r.erreurs.length === 0 ? 'Rien à reprendre dans ce texte.' : `${r.erreurs.length} point(s) à reprendre.`, r.erreurs.length === 0 ? undefined : { ton: 'erreur' });
    },
    onError: (e) => annoncer(enProbleme(e).detail, { ton: 'erreur' }),
  });
  const garde = useMutation({
    mutationFn: () => enregistrer(yaml, ajoutes.version, motif),
    onSuccess: async (r) => {
      annoncer(`Version ${r.version} enregistrée\u00a0: ses indicateurs se comptent dès maintenant.`);
      await cache.invalidateQueries({ queryKey: CATALOGUE });
      await cache.invalidateQueries({ queryKey: ['indicateurs'] });
    },
    onError: (e) => {
      const p = enProbleme(e);
      setErreurs(p.erreurs.map((x) => x.message));
      annoncer(p.conflit?.quoi ?? p.detail, { ton: 'erreur' });
    },
  });
  const aller = (phrase: string) => {
    const ligne = Number(/Ligne (\d+)/.exec(phrase)?.[1] ?? 1);
    const debut = yaml.split('\n').slice(0, ligne - 1).reduce((n, l) => n + l.length + 1, 0);
    champ.current?.focus();
    champ.current?.setSelectionRange(debut, debut + (yaml.split('\n')[ligne - 1]?.length ?? 0));
  };
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        garde.mutate();
      }}
    >
      <p>
        Un indicateur s’ajoute en l’écrivant : ce qu’il compte, la date qui le place dans une année, sa formule. Rien n’est enregistré tant qu’une ligne est à reprendre ; chaque version est gardée.
      </p>
      {erreurs !== null && erreurs.length > 0 && (
        <div role="alert">
          <p>À reprendre&nbsp;:</p>
          <ul>
            {erreurs.map((e) => (
              <li key={e}>
                <button type="button" onClick={() => aller(e)}>{e}</button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Textarea
        ref={champ} label="Indicateurs ajoutés (YAML)" value={yaml} onChange={(e) => setYaml(e.currentTarget.value)} autosize minRows={12} maxRows={40}
        spellCheck={false} styles={{ input: { fontFamily: 'monospace' } }}
      />
      <TextInput label="Ce qui change (facultatif)" value={motif} onChange={(e) => setMotif(e.currentTarget.value)} maxLength={500} mt="sm" />
      <Group mt="md">
        <Button type="submit" loading={garde.isPending}>Enregistrer cette version</Button>
        <Button variant="default" loading={essai.isPending} onClick={() => essai.mutate()}>Vérifier</Button>
        {yaml.trim() === '' && <Button variant="default" onClick={() => setYaml(MODELE)}>Partir d’un modèle</Button>}
      </Group>
      {ajoutes.versions.length > 0 && (
        <>
          <h3>Versions</h3>
          <ol reversed start={ajoutes.versions.length}>
            {ajoutes.versions.map((v) => (
              <li key={v.version}>
                Version {v.version}, le {new Date(v.du).toLocaleDateString('fr-FR')}{v.motif ? `\u00a0: ${v.motif}` : ''}
              </li>
            ))}
          </ol>
        </>
      )}
    </form>
  );
}
