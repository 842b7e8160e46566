import { Button, Group, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import { Donnees } from '../../commun/Etats';
import { annoncer } from '../../commun/annonces';
import { enProbleme } from '../../commun/api/probleme';
import { useBrouillon } from '../../commun/formulaire/useBrouillon';
import { Valeurs } from './FicheIndicateur';
import { MotsConnus } from './MotsConnus';
import { Versions } from './Versions';
import { CATALOGUE, apercevoir, enregistrer, useMots, type Ajoutes, type Apercu } from './api';
import { ajouterExemple, lieu, position } from './texte';
import classes from './catalogue.module.css';

/**
 * A text, checked whole: each mistake leads to its place, nothing is kept while one is left, and nothing typed is ever taken away. Examples
 * to start from, the words that may be written, and the figures before they are kept.
 */
export function Ajouter({ ajoutes }: { ajoutes: Ajoutes }) {
  const cache = useQueryClient();
  const champ = useRef<HTMLTextAreaElement>(null);
  const resume = useRef<HTMLDivElement>(null);
  const mots = useMots();
  // What the text was made from: another version read since does not take its place.
  const [depart, repartir] = useState(ajoutes.version);
  const [yaml, setYaml] = useState(ajoutes.yaml);
  const [motif, setMotif] = useState('');
  const [exemple, setExemple] = useState('0');
  const [erreurs, setErreurs] = useState<string[]>([]);
  const [apercu, setApercu] = useState<Apercu[] | null>(null);
  const [depasse, setDepasse] = useState(false);

  // A reload, a lost session, another computer: what was being written is found again, with the version it was made from.
  const brouillon = useBrouillon<{ yaml: string; motif: string }>({
    formulaire: 'indicateurs-ajoutes', version: depart,
    restaurer: (b) => { setYaml(b.contenu.yaml); setMotif(b.contenu.motif); if (b.versionBase !== null) repartir(b.versionBase); setDepasse(true); },
  });
  const ecrire = (texte: string) => { setYaml(texte); setApercu(null); brouillon.enregistrer({ yaml: texte, motif }); };
  const choisir = (debut: number, fin: number) => setTimeout(() => {
    const t = champ.current;
    if (!t) return;
    t.focus();
    t.setSelectionRange(debut, fin);
  });
  const refuser = (phrases: string[]) => {
    setErreurs(phrases);
    setApercu(null);
    setTimeout(() => resume.current?.focus());
  };
  const essai = useMutation({
    mutationFn: () => apercevoir(yaml),
    onSuccess: (r) => {
      if (r.erreurs.length > 0) return refuser(r.erreurs.map((e) => `Ligne ${e.ligne}, colonne ${e.colonne}\u00a0: ${e.message}`));
      setErreurs([]);
      setApercu(r.indicateurs);
    },
    onError: (e) => annoncer(enProbleme(e).detail, { ton: 'erreur' }),
  });
  const garde = useMutation({
    mutationFn: () => enregistrer(yaml, depart, motif),
    onSuccess: async (r) => {
      repartir(r.version);
      setErreurs([]);
      setMotif('');
      setDepasse(false);
      await brouillon.effacer(true);
      annoncer(`Version ${r.version} enregistrée\u00a0: ses indicateurs se comptent dès maintenant.`);
      await cache.invalidateQueries({ queryKey: CATALOGUE });
      await cache.invalidateQueries({ queryKey: ['indicateurs'] });
    },
    onError: (e) => {
      const p = enProbleme(e);
      if (p.erreurs.length > 0) return refuser(p.erreurs.map((x) => x.message));
      setDepasse(!!p.conflit);
      if (p.conflit) void cache.invalidateQueries({ queryKey: CATALOGUE });
      annoncer(p.conflit?.quoi ?? p.detail, { ton: 'erreur' });
    },
  });
  const inserer = (mot: string) => {
    const t = champ.current;
    const debut = t?.selectionStart ?? yaml.length;
    ecrire(yaml.slice(0, debut) + mot + yaml.slice(t?.selectionEnd ?? debut));
    choisir(debut + mot.length, debut + mot.length);
  };
  const partir = () => {
    const e = mots.data?.exemples[Number(exemple)];
    if (!e) return;
    const a = ajouterExemple(yaml, e.yaml);
    ecrire(a.texte);
    choisir(a.debut, a.fin);
  };
  return (
    <form onSubmit={(e) => { e.preventDefault(); garde.mutate(); }}>
      <p>
        Un indicateur s’ajoute en l’écrivant : ce qu’il compte, la date qui le place dans une année, sa formule. Partez d’un exemple, changez-en les mots, vérifiez ses chiffres, puis enregistrez. Rien n’est enregistré tant qu’une ligne est à reprendre ; chaque version est gardée.
      </p>
      {mots.data && (
        <Group align="end" mb="sm">
          <NativeSelect label="Partir d’un exemple" value={exemple} onChange={(e) => setExemple(e.currentTarget.value)} data={mots.data.exemples.map((e, n) => ({ value: String(n), label: e.titre }))} miw={0} />
          <Button variant="default" onClick={partir}>Ajouter cet exemple</Button>
        </Group>
      )}
      {erreurs.length > 0 && (
        <div className={classes.erreurs} role="alert" ref={resume} tabIndex={-1}>
          <strong>{erreurs.length === 1 ? 'Un point est à reprendre' : `${erreurs.length} points sont à reprendre`} : rien n’est enregistré.</strong>
          <ul>
            {erreurs.map((e) => (
              <li key={e}>
                <button type="button" onClick={() => { const l = lieu(e); const debut = position(yaml, l.ligne, l.colonne); choisir(debut, position(yaml, l.ligne, 10_000)); }}>{e}</button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {depasse && ajoutes.version !== depart && (
        <div className={classes.erreurs} role="alert">
          <strong>La version {ajoutes.version} a été enregistrée pendant que vous écriviez.</strong> Votre texte est intact. Lisez-la sous « Versions », reprenez-en ce qu’il faut, puis :{' '}
          <Button variant="default" size="xs" onClick={() => { repartir(ajoutes.version); setDepasse(false); }}>Continuer sur la version {ajoutes.version}</Button>
        </div>
      )}
      <div className={classes.deux}>
        <div>
          <Textarea
            ref={champ} label="Indicateurs ajoutés (YAML)" value={yaml} onChange={(e) => ecrire(e.currentTarget.value)} autosize minRows={14} maxRows={40}
            spellCheck={false} styles={{ input: { fontFamily: 'monospace', fontSize: '0.9rem' } }} error={erreurs.length > 0 ? 'À reprendre : voir ci-dessus' : undefined}
          />
          <TextInput label="Ce qui change (facultatif)" value={motif} onChange={(e) => { setMotif(e.currentTarget.value); brouillon.enregistrer({ yaml, motif: e.currentTarget.value }); }} maxLength={500} mt="sm" />
          <Group mt="md">
            <Button type="submit" loading={garde.isPending}>Enregistrer cette version</Button>
            <Button variant="default" loading={essai.isPending} onClick={() => essai.mutate()}>Vérifier et voir les chiffres</Button>
          </Group>
          <div role="status">{apercu !== null && (
            <section className={classes.apercu} aria-label="Chiffres avant d’enregistrer">
              <strong>Rien à reprendre : ce que ce texte compterait</strong> <span className={classes.discret}>(rien n’est encore enregistré)</span>
              {apercu.length === 0 && <p>Ce texte ne contient aucun indicateur.</p>}
              {apercu.map((a) => <div key={a.code}><p><strong>{a.libelle}</strong> ({a.unite})</p><Valeurs a={a} /></div>)}
            </section>
          )}</div>
        </div>
        <Donnees requete={mots} quoi="Lecture des mots connus">{(m) => <MotsConnus mots={m} inserer={inserer} />}</Donnees>
      </div>
      <Versions versions={ajoutes.versions} reprendre={(texte) => { ecrire(texte); choisir(0, 0); }} />
    </form>
  );
}
