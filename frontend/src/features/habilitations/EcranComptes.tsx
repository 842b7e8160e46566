import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees, EtatVide } from '../../commun/Etats';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { Tableau } from '../../commun/liste/Tableau';
import { Page } from '../../commun/Page';
import { dateHeure, dateLongue, jourDe, pluriel } from '../../commun/temps';
import { useRevue, type CompteARevoir, type Revue } from './api';
import classes from './habilitations.module.css';

type Decision = 'MAINTENU' | 'RETIRE' | 'RETABLI';
interface EnCours {
  decision: Decision;
  ids: string[];
  qui: string;
}

const DECISIONS: Record<string, string> = { MAINTENU: 'maintenu', RETIRE: 'retiré', RETABLI: 'rétabli' };
const VERBES: Record<Decision, string> = { MAINTENU: 'Maintenir', RETIRE: 'Retirer', RETABLI: 'Rétablir' };

/** Accounts nobody used for a while, looked at and kept or withdrawn; and what was decided, by whom. */
export default function EcranComptes() {
  const requete = useRevue();
  const [enCours, setEnCours] = useState<EnCours | null>(null);
  return (
    <Page titre="Revue des comptes" large>
      <Donnees requete={requete} quoi="Lecture des comptes">{(r) => <Contenu r={r} ouvrir={setEnCours} />}</Donnees>
      <Modal opened={enCours !== null} onClose={() => setEnCours(null)} title={enCours ? `${VERBES[enCours.decision]} ${enCours.qui}` : ''} size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {enCours && <Decider d={enCours} fermer={() => setEnCours(null)} />}
      </Modal>
    </Page>
  );
}

function Contenu({ r, ouvrir }: { r: Revue; ouvrir: (e: EnCours) => void }) {
  const [choisis, setChoisis] = useState<Set<string>>(new Set());
  const ids = r.aRevoir.filter((c) => choisis.has(c.id)).map((c) => c.id);
  const basculer = (id: string) => {
    const suite = new Set(choisis);
    if (!suite.delete(id)) suite.add(id);
    setChoisis(suite);
  };
  const lancer = (decision: Decision) => ouvrir({ decision, ids, qui: pluriel(ids.length, 'compte') });
  return (
    <>
      <p role="status">
        {r.aRevoir.length === 0
          ? `Aucun des ${r.actifs} comptes ouverts n’est resté ${r.jours} jours sans servir depuis sa dernière revue.`
          : `${r.aRevoir.length === 1 ? 'Ce compte n’a pas servi' : `Ces ${r.aRevoir.length} comptes n’ont pas servi`} depuis ${r.jours} jours, sur ${r.actifs} ouverts.`}
      </p>
      {r.aRevoir.length > 0 && (
        <>
          <div className={classes.actes}>
            <Button disabled={ids.length === 0} onClick={() => lancer('RETIRE')}>Retirer les comptes choisis</Button>
            <Button variant="default" disabled={ids.length === 0} onClick={() => lancer('MAINTENU')}>Maintenir les comptes choisis</Button>
            <Button variant="subtle" onClick={() => setChoisis(new Set(ids.length === r.aRevoir.length ? [] : r.aRevoir.map((c) => c.id)))}>
              {ids.length === r.aRevoir.length ? 'Ne rien choisir' : 'Tout choisir'}
            </Button>
          </div>
          <Tableau<CompteARevoir> legende="Comptes à revoir, les plus anciens d’abord" cacherLegende lignes={r.aRevoir} cle={(c) => c.id}
            colonnes={[
              { titre: 'Choix', rendu: (c) => <Checkbox aria-label={`Choisir ${c.nom}, ${c.identifiant}`} checked={choisis.has(c.id)} onChange={() => basculer(c.id)} /> },
              { titre: 'Personne', rendu: (c) => `${c.nom} (${c.identifiant})` },
              { titre: 'Habilitations', rendu: (c) => c.habilitations },
              { titre: 'Dernière connexion', rendu: (c) => (c.derniereConnexion ? dateLongue(jourDe(c.derniereConnexion)) : `jamais, compte ouvert le ${dateLongue(jourDe(c.creeLe))}`) },
              { titre: 'Jours', rendu: (c) => c.sansActe, nombre: true },
              { titre: 'Tâches en main', rendu: (c) => c.taches, nombre: true, large: true },
              { titre: 'Dernière revue', rendu: (c) => (c.revuLe ? dateLongue(jourDe(c.revuLe)) : 'aucune'), large: true },
            ]} />
        </>
      )}
      <h2>Décisions</h2>
      {r.decisions.length === 0 ? <EtatVide titre="Aucune revue n’a encore été faite." /> : (
        <Tableau legende="Décisions de revue, les plus récentes d’abord" cacherLegende lignes={r.decisions} cle={(d) => `${d.utilisateurId}-${d.decideeLe}`}
          colonnes={[
            { titre: 'Le', rendu: (d) => dateHeure(d.decideeLe) },
            { titre: 'Personne', rendu: (d) => d.nom },
            { titre: 'Décision', rendu: (d) => <strong>{DECISIONS[d.decision]}</strong> },
            { titre: 'Motif', rendu: (d) => d.motif ?? '—' },
            { titre: 'Par', rendu: (d) => d.decideePar ?? 'la maison' },
            { titre: 'Habilitations alors', rendu: (d) => d.habilitations, large: true },
            {
              titre: 'Acte', rendu: (d) => (!d.actif && d.decision === 'RETIRE'
                ? <Button size="sm" variant="default" onClick={() => ouvrir({ decision: 'RETABLI', ids: [d.utilisateurId], qui: d.nom })} aria-label={`Rétablir le compte de ${d.nom}`}>Rétablir</Button> : null),
            },
          ]} />
      )}
    </>
  );
}

function Decider({ d, fermer }: { d: EnCours; fermer: () => void }) {
  const exige = d.decision !== 'MAINTENU';
  const f = useFormulaire({
    initiales: { motif: '' },
    valider: (v) => ({ motif: exige && !v.motif.trim() ? 'Écrivez pourquoi.' : null }),
    envoyer: (v, { cle }) => api.post('/api/comptes/revue', { ids: d.ids, decision: d.decision, motif: v.motif || null }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer(`${pluriel(d.ids.length, 'compte')} : ${DECISIONS[d.decision]}${d.ids.length > 1 ? 's' : ''}.`);
      fermer();
    },
  });
  return (
    <Formulaire f={f} verbe={VERBES[d.decision]} consequence={d.decision === 'RETIRE'
      ? 'Un compte retiré est dehors dès sa prochaine requête, quoi que dise encore l’annuaire ; ses tâches reviennent à l’équipe, ce qui lui était donné à la main lui est retiré.'
      : d.decision === 'RETABLI' ? 'La personne pourra de nouveau se connecter, avec ce que dit l’annuaire.' : 'Le compte reste ouvert, et reviendra ici après le même délai sans servir.'}>
      <Textarea label={exige ? 'Motif' : 'Motif (facultatif)'} autosize minRows={2} {...f.champ('motif')} />
    </Formulaire>
  );
}
