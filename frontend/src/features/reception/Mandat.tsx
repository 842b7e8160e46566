import { Checkbox, NativeSelect, Radio, Textarea } from '@mantine/core';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { ChampDateHeure, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { Donnees } from '../../commun/Etats';
import { useAnnulation } from '../../commun/retour/annulation';
import { mot, useMoi } from '../../commun/moi';
import { dateHeure, pluriel } from '../../commun/temps';
import { unites, useMandat, type MandatVue } from './api';
import classes from './reception.module.css';

interface Valeurs {
  voie: string;
  leveeDeDoutes: boolean;
  unite: string;
  uniteAssociee: string;
  message: string;
  maintenant: boolean;
  faitLe: string;
}

/** Choosing the track and entrusting the evaluation to one unit, or to two with a lead. */
export default function Mandat({ ipId, onFini }: { ipId: string; tacheId?: string; onFini: () => void }) {
  return (
    <Donnees requete={useMandat(ipId)} quoi="Lecture du dossier">
      {(m) => <Formule m={m} onFini={onFini} />}
    </Donnees>
  );
}

function Formule({ m, onFini }: { m: MandatVue; onFini: () => void }) {
  const moi = useMoi();
  const unite = mot(moi, 'unite', 'unité');
  const annuler = useAnnulation(m.ipId);
  const f = useFormulaire<Valeurs>({
    nom: 'ip.confier',
    sujet: m.ipId,
    version: m.version,
    initiales: { voie: m.voieProposee ?? '', leveeDeDoutes: false, unite: m.uniteSuggeree ?? '', uniteAssociee: '', message: '', maintenant: true, faitLe: '' },
    valider: (v) => ({
      voie: !v.leveeDeDoutes && !v.voie ? 'Choisissez la voie d’évaluation.' : null,
      unite: v.unite ? null : 'Choisissez l’équipe à qui confier l’évaluation.',
      uniteAssociee: v.uniteAssociee && v.uniteAssociee === v.unite ? 'L’équipe associée est une autre que celle qui pilote.' : null,
      faitLe: v.maintenant ? null : v.faitLe ? dateIllisible(v.faitLe, true) : 'Écrivez la date et l’heure du mandat.',
    }),
    envoyer: (v, { motifs, cle }) =>
      api.post(`/api/ip/${m.ipId}/mandat`, {
        version: m.version, motifs, unite: v.unite, uniteAssociee: v.uniteAssociee || null, voie: v.leveeDeDoutes ? null : v.voie, leveeDeDoutes: v.leveeDeDoutes,
        message: v.message || null, faitLe: v.maintenant ? null : v.faitLe,
      }, { cleIdempotence: cle }),
    reussi: (_, v) => {
      annoncer(`L’évaluation est confiée à ${m.unites.find((u) => u.id === v.unite)?.nom ?? 'l’équipe'}.`, { annuler });
      onFini();
    },
  });
  const v = f.valeurs;
  const nom = m.unites.find((u) => u.id === v.unite)?.nom;
  return (
    <Formulaire f={f} verbe="Confier l’évaluation"
      consequence={nom && `${nom} verra le dossier et désignera les évaluateurs. Les délais courent depuis la réception, le ${dateHeure(m.recueLe)}.`}>
      <p className={classes.discret}>
        {m.mineurs.map((x) => `${x.affiche}, ${x.age}`).join(' · ')}
        {m.urgence && <strong className={classes.urgence}> · urgence à la réception</strong>}
      </p>
      {m.navettesEnAttente > 0 && <p>{pluriel(m.navettesEnAttente, 'fiche navette')} en attente de réponse.</p>}
      {m.navetteObligatoire && m.navettesPosees === 0 && <p>La fiche navette précède le mandat : aucune question n’a été posée.</p>}
      {m.leveeDeDoutesPossible && (
        <Checkbox label="Ouvrir une levée de doutes aujourd’hui, la voie sera choisie ensuite" {...f.champ('leveeDeDoutes', { type: 'checkbox' })} />
      )}
      {!v.leveeDeDoutes && (
        <Radio.Group label="Voie d’évaluation" description={m.voieProposeeLibelle ? `Proposée : ${m.voieProposeeLibelle}${m.motifVoie ? ` (${m.motifVoie.toLowerCase()})` : ''}` : undefined} {...f.champ('voie')}>
          <div data-path="voie">
            {m.voies.map((x) => (
              <Radio key={x.code} value={x.code} mt={8} label={`${x.libelle}${x.code === m.voieProposee ? ', proposée' : ''}${x.aValider ? ' (à valider)' : ''}`} />
            ))}
          </div>
        </Radio.Group>
      )}
      <NativeSelect label="Équipe qui évalue" description={m.territoires.length ? `Territoire des lieux de vie : ${m.territoires.join(', ')}` : undefined} data={unites(m.unites)} {...f.champ('unite')} />
      <NativeSelect label="Équipe associée (facultatif)" description={`Quand les lieux de vie dépendent de deux ${mot(moi, 'unites', `${unite}s`)} : l’évaluation est conjointe, la première pilote.`} data={unites(m.unites, 'Aucune')} {...f.champ('uniteAssociee')} />
      <Textarea label="Ce que l’équipe doit savoir d’abord (facultatif)" autosize minRows={2} {...f.champ('message')} />
      <Checkbox label="Confiée à l’instant" {...f.champ('maintenant', { type: 'checkbox' })} />
      {!v.maintenant && <ChampDateHeure label="Confiée le" passe {...f.champ('faitLe')} />}
    </Formulaire>
  );
}
