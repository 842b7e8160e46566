import { useForm, type UseFormReturnType } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useId, useRef, useState } from 'react';

import { nouvelleCle } from '../api/client';
import { enProbleme, type Avertissement, type Conflit, type Probleme } from '../api/probleme';
import { erreursParChamp, idDeChamp } from './champs';
import { useBrouillon, type BrouillonLu } from './useBrouillon';

type Valeurs = Record<string, unknown>;

export interface OptionsFormulaire<V extends object, R> {
  /** Code of the form, for its draft (« ip.decider »); without it nothing is kept while typing. */
  nom?: string;
  /** Id of what the form is about, when it is about something: each subject has its own draft. */
  sujet?: string | null;
  /** The version of the file that was read; the server answers 409 when somebody acted since. */
  version?: number | null;
  initiales: V;
  /** Says by path (« mineurs.0.nom ») what is missing; the server checks again. */
  valider?: (valeurs: V) => Record<string, string | null | undefined>;
  /** Posts. Send `motifs` in the body as `motifs`, `cle` as `{ cleIdempotence: cle }`. */
  envoyer: (valeurs: V, envoi: { motifs: Record<string, string>; cle: string }) => Promise<R>;
  reussi?: (reponse: R, valeurs: V) => void;
}

export interface FormulaireVue<V extends object> {
  id: string;
  form: UseFormReturnType<V>;
  valeurs: V;
  /** Props of a Mantine field at this path: value, onChange, error, id. `{ type: 'checkbox' }` for a box. */
  champ: UseFormReturnType<V>['getInputProps'];
  soumettre: (e?: { preventDefault: () => void }) => void;
  enCours: boolean;
  probleme: Probleme | null;
  avertissements: Avertissement[];
  repondre: (motifs: Record<string, string>) => void;
  renoncer: () => void;
  conflit: Conflit | null;
  relire: () => void;
  /** Counts refused attempts: the summary takes the focus at each. */
  essais: number;
  brouillon: ReturnType<typeof useBrouillon<V>>;
  repris: BrouillonLu<V> | null;
  repartirDeZero: () => void;
  peri: boolean;
}

/**
 * A form of the house: what is typed is kept on the server, what is refused comes back at its field, what is left to judgement asks for a
 * reason, what somebody else did meanwhile is told, and what is sent twice is done once. Show it with `<Formulaire f={f} verbe="…">`.
 */
export function useFormulaire<V extends object, R = unknown>(o: OptionsFormulaire<V, R>): FormulaireVue<V> {
  const id = useId().replace(/[^A-Za-z0-9]/g, '');
  const cache = useQueryClient();
  const courant = useRef(o);
  useEffect(() => {
    courant.current = o;
  });
  const cle = useRef(nouvelleCle());
  const motifs = useRef<Record<string, string>>({});
  const envoi = useRef(false);
  const pret = useRef(!o.nom);
  const [enCours, setEnCours] = useState(false);
  const [probleme, setProbleme] = useState<Probleme | null>(null);
  const [avertissements, setAvertissements] = useState<Avertissement[]>([]);
  const [conflit, setConflit] = useState<Conflit | null>(null);
  const [essais, setEssais] = useState(0);
  const [repris, setRepris] = useState<BrouillonLu<V> | null>(null);

  const brouillon = useBrouillon<V>({
    formulaire: o.nom,
    sujet: o.sujet,
    version: o.version,
    restaurer: (lu) => {
      // A field added since the draft was kept takes its initial value.
      form.setValues({ ...courant.current.initiales, ...lu.contenu } as never);
      setRepris(lu);
    },
  });
  const { enregistrer } = brouillon;
  if (brouillon.etat.etat !== 'lecture') pret.current = true;

  const form = useForm<Valeurs>({
    initialValues: o.initiales as Valeurs,
    onValuesChange: (valeurs) => {
      if (pret.current) enregistrer(valeurs as V);
    },
    enhanceGetInputProps: ({ field, options }) => (options.type === 'radio' ? {} : { id: idDeChamp(id, String(field)) }),
  }) as unknown as UseFormReturnType<V>;

  const refuser = useCallback(
    (p: Probleme) => {
      setProbleme(p);
      if (p.avertissements.length) setAvertissements(p.avertissements);
      else if (p.conflit) setConflit(p.conflit);
      else {
        form.setErrors(erreursParChamp(p.erreurs) as never);
        setEssais((n) => n + 1);
      }
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- Mantine's setters are stable
    [],
  );

  const envoyer = useCallback(async () => {
    // The state comes one render too late for a double click; the ref does not.
    if (envoi.current) return;
    envoi.current = true;
    setEnCours(true);
    setProbleme(null);
    const valeurs = form.getValues();
    try {
      const reponse = await courant.current.envoyer(valeurs, { motifs: motifs.current, cle: cle.current });
      cle.current = nouvelleCle();
      motifs.current = {};
      await brouillon.effacer();
      courant.current.reussi?.(reponse, valeurs);
      void cache.invalidateQueries();
    } catch (e) {
      refuser(enProbleme(e));
    } finally {
      envoi.current = false;
      setEnCours(false);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- Mantine's getters are stable
  }, [brouillon.effacer, cache, refuser]);

  const soumettre = useCallback(
    (e?: { preventDefault: () => void }) => {
      e?.preventDefault();
      const dites = Object.entries(courant.current.valider?.(form.getValues()) ?? {}).filter((x): x is [string, string] => !!x[1]);
      form.setErrors(Object.fromEntries(dites) as never);
      if (dites.length) {
        setProbleme(null);
        setEssais((n) => n + 1);
        return;
      }
      void envoyer();
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- Mantine's setters are stable
    [envoyer],
  );

  return {
    id,
    form,
    valeurs: form.values,
    champ: form.getInputProps,
    soumettre,
    enCours,
    probleme,
    avertissements,
    repondre: (donnes) => {
      motifs.current = { ...motifs.current, ...donnes };
      setAvertissements([]);
      void envoyer();
    },
    renoncer: () => setAvertissements([]),
    conflit,
    relire: () => {
      setConflit(null);
      setProbleme(null);
      void cache.invalidateQueries();
    },
    essais,
    brouillon,
    repris,
    repartirDeZero: () => {
      pret.current = false;
      form.setValues(courant.current.initiales as never);
      form.clearErrors();
      pret.current = true;
      setRepris(null);
      void brouillon.effacer(true);
    },
    peri: !!repris && repris.versionBase !== null && o.version !== undefined && o.version !== null && repris.versionBase !== o.version,
  };
}
