import { Alert, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';

import { dateHeure, heureDe } from '../temps';
import { DialogueAvertissements, DialogueConflit } from './Dialogues';
import { ResumeErreurs } from './ResumeErreurs';
import type { FormulaireVue } from './useFormulaire';
import classes from './formulaire.module.css';

/** The form around its fields: summary of errors, draft, dialogs, and its one primary button, named by its verb. */
export function Formulaire<V extends object>({ f, verbe, enTete, secondaire, consequence, libelleChamps, children }: {
  f: FormulaireVue<V>;
  /** « Confier l’évaluation », never « Valider ». */
  verbe: string;
  enTete?: ReactNode;
  /** Other acts, at the right of the primary one. */
  secondaire?: ReactNode;
  /** What will happen, said just above the button. */
  consequence?: ReactNode;
  /** Names of fields for the summary, by path, where the message alone would not say which. */
  libelleChamps?: (chemin: string) => string | undefined;
  children: ReactNode;
}) {
  return (
    <>
      <form noValidate onSubmit={f.soumettre} aria-busy={f.enCours} id={f.id} className={classes.formulaire}>
      {enTete}
      <ResumeErreurs f={f} libelle={libelleChamps} />
      {f.repris && (
        <Alert color={f.peri ? 'orange' : 'blue'} variant="light" title="Brouillon repris" className={classes.bandeau}>
          Votre saisie du {dateHeure(f.repris.enregistreLe)} est là.{' '}
          {f.peri && 'Le dossier a changé depuis : relisez-le avant d’envoyer. '}
          <button type="button" className={classes.lien} onClick={f.repartirDeZero}>
            Repartir de zéro
          </button>
        </Alert>
      )}
      {children}
      {consequence && <div className={classes.consequence}>{consequence}</div>}
      <Group mt="lg" gap="sm">
        <Button type="submit" loading={f.enCours} size="md">
          {verbe}
        </Button>
        {secondaire}
        <EtatDuBrouillon f={f} />
      </Group>
      </form>
      <DialogueAvertissements avertissements={f.avertissements} repondre={f.repondre} renoncer={f.renoncer} verbe={verbe} />
      <DialogueConflit conflit={f.conflit} relire={f.relire} />
    </>
  );
}

function EtatDuBrouillon<V extends object>({ f }: { f: FormulaireVue<V> }) {
  const e = f.brouillon.etat;
  return (
    <span className={classes.etat} role="status">
      {e.etat === 'en-cours' && 'Enregistrement…'}
      {e.etat === 'enregistre' && `Enregistré à ${heureDe(e.le)}`}
      {e.etat === 'non-enregistre' && <strong className={classes.souci}>Saisie non enregistrée : {e.pourquoi}</strong>}
    </span>
  );
}

/** A titled part of a form. */
export function Partie({ titre, aide, children }: { titre: string; aide?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={classes.partie}>
      <legend>{titre}</legend>
      {aide && <p className={classes.aide}>{aide}</p>}
      {children}
    </fieldset>
  );
}
