import { Button, Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import type { Apercu, RegleVue } from './api';
import classes from './echeance.module.css';
import { ecrirePeriode, lirePeriode, lireRappels } from './periode';

const DESTINATAIRES = [
  { code: 'TITULAIRE', libelle: 'La personne qui a pris la tâche' },
  { code: 'EQUIPE', libelle: 'L’équipe, quand personne ne l’a prise' },
  { code: 'SUPERVISION', libelle: 'La supervision, une fois la date passée' },
];

interface Saisie {
  nombre: number | string;
  unite: string;
  rappels: string;
  destinataires: string[];
  aValider: boolean;
  du: string;
  motif: string;
}

/** A new dated row of a rule: what moves is shown before it is applied. */
export default function EditionRegle({ regle, fini }: { regle: RegleVue; fini: () => void }) {
  const moi = useMoi();
  const derniere = regle.versions[regle.versions.length - 1]!;
  const periode = lirePeriode(derniere.periode)!;
  const [apercu, montrer] = useState<Apercu | string | null>(null);
  const corps = (v: Saisie) => ({
    versionId: derniere.id,
    periode: ecrirePeriode({ nombre: Number(v.nombre), unite: v.unite as 'D' | 'M' }),
    rappels: lireRappels(v.rappels) ?? derniere.rappels,
    destinataires: v.destinataires,
    aValider: v.aValider,
    du: v.du,
    motif: v.motif,
  });
  const f = useFormulaire<Saisie, { suivies: number }>({
    initiales: {
      nombre: periode.nombre, unite: periode.unite, rappels: enJours(derniere.rappels), destinataires: derniere.destinataires, aValider: derniere.aValider,
      du: moi.aujourdhui, motif: '',
    },
    valider: (v) => ({
      nombre: Number(v.nombre) > 0 ? null : 'Indiquez une durée.',
      rappels: lireRappels(v.rappels) ? null : 'Écrivez des nombres de jours, par exemple 30, 15, 0, -1.',
      destinataires: v.destinataires.length ? null : 'Choisissez qui est prévenu.',
      du: v.du ? dateIllisible(v.du) : 'Indiquez à partir de quel point de départ la règle s’applique.',
      motif: v.motif.trim() ? null : 'Écrivez ce qui justifie ce changement (texte, note de service…).',
    }),
    envoyer: (v, { motifs, cle }) => api.post(`/api/regles/${derniere.code}`, { ...corps(v), motifs }, { cleIdempotence: cle }),
    reussi: ({ suivies }) => {
      annoncer(`La règle est modifiée ; ${suivies} échéance${suivies > 1 ? 's suivent' : ' suit'}.`);
      fini();
    },
  });
  const voir = async () => {
    try {
      montrer(await api.post<Apercu>(`/api/regles/${derniere.code}/apercu`, corps(f.form.getValues())));
    } catch (e) {
      const p = enProbleme(e);
      montrer(p.erreurs[0]?.message ?? p.detail);
    }
  };
  return (
    <Formulaire f={f} verbe="Appliquer la règle" enTete={<h2 className={classes.titre}>{derniere.libelle}</h2>}
      consequence="Les échéances en cours dont le point de départ est à cette date ou après suivent la nouvelle règle ; les tâches et les rappels aussi."
      secondaire={<><Button variant="default" onClick={() => void voir()}>Voir ce qui change</Button><Button variant="subtle" onClick={fini}>Renoncer</Button></>}>
      <NumberInput label="Durée" min={1} max={400} {...f.champ('nombre')} />
      <NativeSelect label="Unité" {...f.champ('unite')} data={periode.unite === 'D' || periode.unite === 'M'
        ? [{ value: 'M', label: 'mois, de date à date' }, { value: 'D', label: 'jours' }] : [{ value: periode.unite, label: periode.unite === 'H' ? 'heures' : 'ans' }]} />
      <ChampDate label="S’applique aux points de départ à partir du" {...f.champ('du')} />
      <TextInput label="Rappels, en jours avant la date" description="Un nombre négatif compte après la date : 30, 15, 0, -1" {...f.champ('rappels')} />
      <Checkbox.Group label="Qui est prévenu" {...f.champ('destinataires')}>
        {DESTINATAIRES.map((d) => <Checkbox key={d.code} value={d.code} label={d.libelle} mt={8} />)}
      </Checkbox.Group>
      <Checkbox label="Cette durée reste à valider" {...f.champ('aValider', { type: 'checkbox' })} />
      <Textarea label="Ce qui justifie le changement" autosize minRows={2} {...f.champ('motif')} />
      <div role="status">{apercu !== null && <Effets apercu={apercu} />}</div>
    </Formulaire>
  );
}

function Effets({ apercu }: { apercu: Apercu | string }) {
  if (typeof apercu === 'string') return <p className={classes.apercu}>{apercu}</p>;
  if (apercu.concernees === 0) return <p className={classes.apercu}>Aucune échéance en cours n’est concernée.</p>;
  const n = (nombre: number, un: string, plusieurs: string) => `${nombre.toLocaleString('fr-FR')} ${nombre > 1 ? plusieurs : un}`;
  return (
    <div className={classes.apercu}>
      <p>{n(apercu.concernees, 'échéance en cours est concernée', 'échéances en cours sont concernées')}.</p>
      <ul>
        <li>{n(apercu.deplacees, 'change de date', 'changent de date')}, dont {apercu.rapprochees.toLocaleString('fr-FR')} plus tôt.</li>
        <li>{n(apercu.deviennentEnRetard, 'devient en retard', 'deviennent en retard')}.</li>
        <li>{n(apercu.neSontPlusEnRetard, 'n’est plus en retard', 'ne sont plus en retard')}.</li>
      </ul>
    </div>
  );
}

/** Reminders of a rule in days; one written in months is about thirty days. */
function enJours(rappels: string[]): string {
  return rappels.map((r) => lirePeriode(r)).filter((p) => p !== null).map((p) => (p.unite === 'M' ? p.nombre * 30 : p.nombre)).join(', ');
}
