import { Checkbox, NativeSelect, Radio, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { EtatVide } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, Partie, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import { dateLongue } from '../../commun/temps';
import { chemin, cleProjet, type Projet } from './api';
import { BILANS } from './mots';
import classes from './projet.module.css';

/** What becomes of each objective: a situation report asks it of every one. */
export function Bilan({ p, fini }: { p: Projet; fini: () => void }) {
  const { aujourdhui } = useMoi();
  const cache = useQueryClient();
  const attendus = p.rapports.filter((r) => !r.finLe);
  const f = useFormulaire({
    nom: 'projet.bilan', sujet: p.id, version: p.version,
    initiales: { rapportId: attendus.at(-1)?.id ?? '', le: aujourdhui, reviser: false, objectifs: p.objectifs.map((o) => ({ lignee: o.lignee, sens: '', texte: '' })) },
    valider: (v) => ({
      le: v.le ? dateIllisible(v.le) : 'Indiquez la date.',
      ...Object.fromEntries(v.objectifs.map((o, i) => [`objectifs.${i}.sens`, o.sens ? null : 'Choisissez de maintenir, d’ajuster ou de finir cet objectif.'])),
    }),
    envoyer: (v, { cle }) => api.post(chemin(p.id, '/bilans'), {
      version: p.version, rapportId: v.rapportId || null, le: v.le, reviser: v.reviser, objectifs: v.objectifs.map((o) => ({ ...o, texte: o.texte || null })),
    }, { cleIdempotence: cle }),
    reussi: () => { annoncer('Le bilan des objectifs est noté.'); void cache.invalidateQueries({ queryKey: cleProjet(p.id) }); fini(); },
  });
  if (p.objectifs.length === 0) return <EtatVide titre="Aucun objectif dans la version en vigueur">Ouvrez une révision pour en écrire.</EtatVide>;
  const ajuste = f.valeurs.reviser || f.valeurs.objectifs.some((o) => o.sens && o.sens !== 'MAINTENU');
  return (
    <Formulaire f={f} verbe="Noter le bilan" consequence={ajuste ? 'Une révision s’ouvre : la version suivante reprend ce qui continue.' : 'Tout est maintenu : la version en vigueur le reste.'}
      libelleChamps={(c) => p.objectifs[Number(c.match(/^objectifs\.(\d+)/)?.[1] ?? -1)]?.objectif}>
      {p.rapports.length > 0 && (
        <NativeSelect label="À l’occasion du" data={[{ value: '', label: 'Sans rapport' }, ...p.rapports.map((r) => ({ value: r.id, label: `rapport du ${dateLongue(r.le)} (${r.mesure})` }))]} {...f.champ('rapportId')} />
      )}
      <ChampDate label="Le" passe {...f.champ('le')} />
      {p.objectifs.map((o, i) => (
        <Partie key={o.lignee} titre={o.objectif}>
          {o.bilan && <p className={classes.discret}>Dernier bilan : {BILANS[o.bilan]}, le {dateLongue(o.bilanLe)}.</p>}
          <Radio.Group label={<>Cet objectif est<span className="jalon-invisible"> : {o.objectif}</span></>} {...f.champ(`objectifs.${i}.sens`)}>
            <Radio mt="xs" value="MAINTENU" label="maintenu" />
            <Radio mt="xs" value="AJUSTE" label="à ajuster" />
            <Radio mt="xs" value="FINI" label="atteint ou terminé" />
          </Radio.Group>
          <Textarea mt="xs" label="Ce qui a changé (facultatif)" autosize minRows={2} {...f.champ(`objectifs.${i}.texte`)} />
        </Partie>
      ))}
      <Checkbox mt="md" label="Ouvrir une révision même si tout est maintenu" {...f.champ('reviser', { type: 'checkbox' })} />
    </Formulaire>
  );
}
