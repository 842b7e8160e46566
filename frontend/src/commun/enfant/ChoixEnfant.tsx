import { Button, Combobox, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';

import { idDeChamp } from '../formulaire/champs';
import { useMoi } from '../moi';
import { pluriel } from '../temps';
import { CarteEnfantConnu } from './CarteEnfantConnu';
import { IdentiteEnfant } from './IdentiteEnfant';
import { direNaissance } from './naissance';
import { affiche, nouveauDepuis, useRechercheEnfants, type CarteEnfant, type EnfantChoisi } from './enfant';
import classes from './enfant.module.css';

/**
 * Search before create: type a name (any spelling, with or without a date), the known children appear with what is under way for each;
 * choose one, or describe a new one. `chemin` is the path of this child in the form (« enfants.0 »): errors of the server about
 * `enfants[0].nouveau.…` come to their field.
 */
export function ChoixEnfant({ valeur, onChange, chemin, erreurs = {}, formId = '', libelle = 'Enfant', exclus = [], seulementConnu }: {
  valeur: EnfantChoisi | null;
  onChange: (choisi: EnfantChoisi | null) => void;
  chemin: string;
  erreurs?: Record<string, ReactNode>;
  formId?: string;
  libelle?: string;
  /** Ids already chosen elsewhere in the form. */
  exclus?: string[];
  /** Only a known child will do (a link, a merge). */
  seulementConnu?: boolean;
}) {
  const idDe = (p: string) => idDeChamp(formId, p);
  const retour = useRef(false);
  // What was typed is in the fields of a new file: the hand that chose it goes on there.
  const choisi = useRef(false);
  const nouveau = valeur?.type === 'nouveau';
  useEffect(() => {
    if (nouveau && choisi.current) document.getElementById(idDeChamp(formId, `${chemin}.nouveau.nom`))?.focus();
    choisi.current = false;
  }, [nouveau, formId, chemin]);
  if (valeur?.type === 'nouveau') {
    return (
      <fieldset className={classes.nouveau} data-path={chemin}>
        <legend>{`${libelle} : nouveau dossier`}</legend>
        <IdentiteEnfant valeur={valeur.nouveau} onChange={(nouveau) => onChange({ type: 'nouveau', nouveau })} chemin={`${chemin}.nouveau`} erreurs={erreurs} idDe={idDe} />
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => { retour.current = true; onChange(null); }}>
            Revenir à la recherche
          </Button>
        </div>
      </fieldset>
    );
  }
  if (valeur) {
    return (
      <div className={classes.choisi} data-path={chemin}>
        <span>
          <span className={classes.discret}>{libelle} · dossier connu</span>
          <br />
          <strong>{affiche(valeur)}</strong>, {valeur.detail}
        </span>
        <Button variant="default" size="compact-sm" onClick={() => { retour.current = true; onChange(null); }}>
          Changer<span className="jalon-invisible"> {affiche(valeur)}</span>
        </Button>
        {erreurs[chemin] && <div role="alert">{erreurs[chemin]}</div>}
      </div>
    );
  }
  return <Recherche {...{ chemin, erreurs, libelle, exclus, seulementConnu, idDe }} focus={() => retour.current} onChange={(v) => { choisi.current = true; onChange(v); }} />;
}

function Recherche({ onChange, chemin, erreurs, libelle, exclus, seulementConnu, idDe, focus }: {
  onChange: (choisi: EnfantChoisi) => void;
  chemin: string;
  erreurs: Record<string, ReactNode>;
  libelle: string;
  exclus: string[];
  seulementConnu?: boolean;
  idDe: (p: string) => string;
  focus: () => boolean;
}) {
  const { aujourdhui } = useMoi();
  const [q, setQ] = useState('');
  const liste = useCombobox({ onDropdownClose: () => liste.resetSelectedOption() });
  const recherche = useRechercheEnfants(q);
  const champ = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus()) champ.current?.focus();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when one comes back to the search
  }, []);
  const cartes = q.trim().length >= 2 ? (recherche.data?.cartes ?? []).filter((c) => !c.id || !exclus.includes(c.id)) : [];
  const connus = cartes.filter((c) => c.id);
  const ailleurs = cartes.filter((c) => !c.id);
  const annonce = q.trim().length < 2 || recherche.isFetching ? '' : connus.length ? `${pluriel(connus.length, 'enfant connu', 'enfants connus')}` : 'Aucun enfant connu ne ressemble à ce nom.';

  const choisir = (cle: string) => {
    const carte = connus.find((c) => c.id === cle);
    if (carte) onChange(connu(carte));
    else onChange({ type: 'nouveau', nouveau: nouveauDepuis(q, aujourdhui) });
  };
  return (
    <div data-path={chemin}>
      <Combobox store={liste} onOptionSubmit={choisir} withinPortal={false} transitionProps={{ duration: 0 }}>
        <Combobox.Target>
          <TextInput ref={champ} label={libelle} id={idDe(chemin)} value={q} autoComplete="off" error={erreurs[chemin] ?? erreurs[`${chemin}.enfantId`]}
            description="Nom et prénom, comme vous les entendez ; la date de naissance aide si elle est connue." placeholder="le goff maelys 12/03/2016"
            onChange={(e) => {
              setQ(e.currentTarget.value);
              liste.openDropdown();
              liste.resetSelectedOption();
            }}
            onFocus={() => q.trim().length >= 2 && liste.openDropdown()} onBlur={() => liste.closeDropdown()} />
        </Combobox.Target>
        <Combobox.Dropdown hidden={q.trim().length < 2}>
          <Combobox.Options aria-label="Enfants connus" mah={420} style={{ overflowY: 'auto' }}>
            {connus.map((c) => (
              <Combobox.Option key={c.id} value={c.id} className={classes.option}>
                <CarteEnfantConnu carte={c} />
              </Combobox.Option>
            ))}
            {!seulementConnu && (
              <Combobox.Option value="" className={`${classes.option} ${classes.creer}`}>
                {recherche.ajour ? <>Aucun de ceux-là : <strong>ouvrir un nouveau dossier</strong></> : <>Recherche en cours… ou <strong>ouvrir un nouveau dossier</strong></>}
              </Combobox.Option>
            )}
            {seulementConnu && connus.length === 0 && recherche.ajour && <Combobox.Empty>Aucun enfant connu ne ressemble à ce nom.</Combobox.Empty>}
          </Combobox.Options>
          {recherche.data?.suite && <Combobox.Footer className={classes.discret}>D’autres enfants répondent : précisez le nom ou la naissance.</Combobox.Footer>}
        </Combobox.Dropdown>
      </Combobox>
      {ailleurs.map((c, i) => (
        <CarteEnfantConnu key={i} carte={c} />
      ))}
      <div role="status" className="jalon-invisible">
        {annonce}
      </div>
    </div>
  );
}

const connu = (carte: CarteEnfant): EnfantChoisi => ({
  type: 'connu', enfantId: carte.id, affiche: carte.nom.affiche, detail: `${carte.nom.age}, ${direNaissance(carte.nom.naissance)}`,
});
