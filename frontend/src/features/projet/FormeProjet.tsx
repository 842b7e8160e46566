import { Chargement, EnErreur, EtatVide } from '../../commun/Etats';
import { FormeActe } from '../../commun/formulaire/FormeActe';
import { useMoi } from '../../commun/moi';
import { acteDe } from './actes';
import { cleProjet, usePersonnes, usePoints, useReferents, useSignataires, type Projet } from './api';
import { Bilan } from './Bilan';
import { Remettre } from './Remettre';
import { Inviter, TenirRencontre } from './Rencontrer';
import { Signer } from './Signer';
import classes from './projet.module.css';

/** The form of an act on a projet, with the lists it needs. */
export function FormeProjet({ code, p, fini }: { code: string; p: Projet; fini: () => void }) {
  switch (code) {
    case 'INVITER':
      return <Inviter p={p} fini={fini} />;
    case 'RENCONTRE':
      return <TenirRencontre p={p} fini={fini} />;
    case 'SIGNER':
      return <Signer p={p} fini={fini} />;
    case 'REMETTRE':
      return <Remettre p={p} fini={fini} />;
    case 'BILAN':
      return <Bilan p={p} fini={fini} />;
    default:
      return <AvecListes code={code} p={p} fini={fini} />;
  }
}

function AvecListes({ code, p, fini }: { code: string; p: Projet; fini: () => void }) {
  const { aujourdhui } = useMoi();
  const referents = useReferents(p.id, code === 'REFERENT');
  const signataires = useSignataires(p.id, code === 'ETABLIR');
  const avoir = code === 'ETABLIR' || code === 'PROPOSER';
  const points = usePoints(p.id, avoir);
  const personnes = usePersonnes(p.id, code === 'AVIS');
  const lues = [[code === 'REFERENT', referents], [code === 'ETABLIR', signataires], [avoir, points], [code === 'AVIS', personnes]] as const;
  const manque = lues.find(([attendue, requete]) => attendue && requete.data === undefined)?.[1];
  if (manque?.isError) return <EnErreur erreur={manque.error} reessayer={() => void manque.refetch()} />;
  if (manque) return <Chargement quoi="Ouverture du formulaire" />;
  const acte = acteDe(code, p, { aujourdhui, referents: referents.data ?? [], signataires: signataires.data ?? [], points: points.data ?? [], personnes: personnes.data ?? [] });
  if (!acte) return <EtatVide titre="Cet acte n’a pas de formulaire." />;
  return (
    <>
      {code === 'ETABLIR' && points.data!.length > 0 && (
        <div className={classes.avertir} role="note">
          <strong>Un motif sera demandé</strong>
          <ul>{points.data!.map((x) => <li key={x.code}>{x.message}</li>)}</ul>
        </div>
      )}
      <FormeActe key={code} acte={acte} sujet={p.id} version={p.version} cle={cleProjet(p.id)} fini={fini} />
    </>
  );
}
