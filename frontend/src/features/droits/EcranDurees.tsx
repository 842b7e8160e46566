import { Button, Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees } from '../../commun/Etats';
import { ChampDate, Formulaire, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateLongue } from '../../commun/temps';
import { DEPARTS, ecrireDuree, lireDuree, SORTS, useDurees, type RegleVue } from './api';
import { LiensConservation } from './LiensConservation';
import classes from './droits.module.css';

/** How long each kind of file is kept, by outcome. What ships is an example: nothing goes under a length nobody validated. */
export default function EcranDurees() {
  const moi = useMoi();
  const [editee, editer] = useState<string | null>(null);
  return (
    <Page titre="Durées de conservation">
      <LiensConservation />
      <p>
        Ces durées sont livrées comme des exemples. Chacune se fixe avec les Archives départementales et le délégué à la protection des données ; tant qu’elle est « à valider », aucun dossier ne peut
        être proposé à l’élimination.
      </p>
      <Donnees requete={useDurees()} quoi="Lecture des durées">
        {(regles) => regles.map((r) => (
          <div key={r.enVigueur.code} className={classes.piece}>
            {editee === r.enVigueur.code ? <Edition r={r} fini={() => editer(null)} /> : (
              <Carte r={r} modifier={moi.missions.includes('ADMINISTRATION') ? () => editer(r.enVigueur.code) : undefined} />
            )}
          </div>
        ))}
      </Donnees>
    </Page>
  );
}

function Carte({ r, modifier }: { r: RegleVue; modifier?: () => void }) {
  const e = r.enVigueur;
  return (
    <article>
      <h2 style={{ fontSize: '1.05rem', margin: 0 }}>{e.libelle}</h2>
      <p className={classes.ligne}>
        <strong>{r.enMots}</strong> · {SORTS.find((s) => s.value === e.sortFinal)?.label} {e.aValider && <span className={classes.etat}>à valider</span>}
      </p>
      <p className={classes.discret}>{e.reference ?? 'Exemple, sans source.'}</p>
      {r.versions.length > 1 && <ul>{r.versions.map((v) => <li key={v.id}>À partir du {dateLongue(v.du)}{v.motif && ` : ${v.motif}`}</li>)}</ul>}
      {modifier && <Button size="xs" variant="default" onClick={modifier} aria-label={`Modifier la durée « ${e.libelle} »`}>Modifier</Button>}
    </article>
  );
}

function Edition({ r, fini }: { r: RegleVue; fini: () => void }) {
  const moi = useMoi();
  const derniere = r.versions[0]!;
  const duree = lireDuree(derniere.duree);
  const f = useFormulaire({
    initiales: { depart: derniere.depart as string, ans: duree.ans as number | string, mois: duree.mois as number | string, sortFinal: derniere.sortFinal as string, reference: derniere.reference ?? '', aValider: derniere.aValider, du: moi.aujourdhui, motif: '' },
    valider: (v) => ({
      du: v.du ? null : 'Indiquez le jour d’effet.',
      motif: v.motif.trim() ? null : 'Écrivez ce qui justifie ce changement.',
      reference: v.aValider || v.reference.trim() ? null : 'Une durée validée dit son texte ou l’accord des Archives.',
    }),
    envoyer: (v, { cle }) => api.post(`/api/conservation/regles/${derniere.code}`, {
      versionId: derniere.id, depart: v.depart, duree: ecrireDuree(Number(v.ans), Number(v.mois)), sortFinal: v.sortFinal, reference: v.reference, aValider: v.aValider, du: v.du, motif: v.motif,
    }, { cleIdempotence: cle }),
    reussi: () => { annoncer('La durée est modifiée.'); fini(); },
  });
  return (
    <Formulaire f={f} verbe="Appliquer la durée" enTete={<h2 style={{ fontSize: '1.05rem', margin: 0 }}>{derniere.libelle}</h2>} secondaire={<Button variant="subtle" onClick={fini}>Renoncer</Button>}
      consequence="Rien n’est éliminé pour autant : les dossiers échus se proposent un à un, puis passent par le visa des Archives.">
      <NativeSelect label="Point de départ" data={DEPARTS} {...f.champ('depart')} />
      <NumberInput label="Années" min={0} max={125} {...f.champ('ans')} />
      <NumberInput label="Mois" min={0} max={11} {...f.champ('mois')} />
      <NativeSelect label="Sort final" data={SORTS} {...f.champ('sortFinal')} />
      <TextInput label="Texte, ou accord des Archives" {...f.champ('reference')} />
      <Checkbox label="Cette durée reste à valider" {...f.champ('aValider', { type: 'checkbox' })} />
      <ChampDate label="S’applique à partir du" {...f.champ('du')} />
      <Textarea label="Ce qui justifie le changement" autosize minRows={2} {...f.champ('motif')} />
    </Formulaire>
  );
}
