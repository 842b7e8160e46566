import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees, EtatVide } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { Tableau } from '../../commun/liste/Tableau';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateLongue, nombre, pluriel } from '../../commun/temps';
import { useSaisies, useSchema, type FicheSchema, type PageSchema } from './api';
import { Vues } from './Vues';
import classes from './statistiques.module.css';

const ETATS = [{ value: 'A_LANCER', label: 'À lancer' }, { value: 'EN_COURS', label: 'En cours' }, { value: 'FAITE', label: 'Faite' }, { value: 'REPORTEE', label: 'Reportée' }, { value: 'ABANDONNEE', label: 'Abandonnée' }];
const TOUTES = '';

/** The fiches of a schéma: where each stands against the calendar it prints, its dated steps, and its indicators year by year. */
export default function EcranSchema() {
  const [etat, setEtat] = useState(TOUTES);
  return (
    <Page titre="Calendrier du schéma" large>
      <Vues />
      <Donnees requete={useSchema()} quoi="Lecture du schéma">
        {(p) => (p.code === null
          ? <EtatVide titre="Le document de ce département est un contrat.">Son tableau, ses valeurs et son rapport sont à « Contrat ».</EtatVide>
          : <Suivi page={p} etat={etat} choisir={setEtat} />)}
      </Donnees>
    </Page>
  );
}

function Suivi({ page, etat, choisir }: { page: PageSchema; etat: string; choisir: (e: string) => void }) {
  const retard = page.fiches.filter((f) => f.enRetard).length;
  const faites = page.fiches.filter((f) => f.etat === 'FAITE').length;
  const voulues = page.fiches.filter((f) => etat === TOUTES || (etat === 'RETARD' ? f.enRetard : f.etat === etat));
  const mot = (page.mot ?? 'Fiche').toLowerCase();
  const saisie = useSaisies(page.code);
  return (
    <>
      <h2>{page.titre} : {pluriel(faites, `${mot} faite`, `${mot}s faites`)} sur {page.fiches.length}, {retard} en retard sur le calendrier</h2>
      {page.calendrierPerdu && <p>Les coches du calendrier imprimé ne sont plus lisibles : les années sont celles du schéma.</p>}
      <p>Cibles, saisie, évolutions, commentaires et envoi sont <Link to="/contrat">au tableau du schéma</Link>.</p>
      <NativeSelect label="Montrer" w={260} mb="md" value={etat} onChange={(e) => choisir(e.currentTarget.value)}
        data={[{ value: TOUTES, label: 'Toutes' }, { value: 'RETARD', label: 'En retard sur le calendrier' }, ...ETATS]} />
      {voulues.length === 0 && <EtatVide titre="Aucune n’est dans ce cas." />}
      {voulues.map((f) => <UneFiche key={f.numero} fiche={f} page={page} saisie={saisie} />)}
    </>
  );
}

function UneFiche({ fiche, page, saisie }: { fiche: FicheSchema; page: PageSchema; saisie: (code: string, annee: number) => string }) {
  const [noter, setNoter] = useState(false);
  const [annuler, setAnnuler] = useState<string | null>(null);
  return (
    <section className={classes.fiche} aria-labelledby={`fiche-${fiche.numero}`}>
      <h3 id={`fiche-${fiche.numero}`}>{page.mot} {fiche.numero}. {fiche.intitule}</h3>
      <p>
        {fiche.enRetard && <strong>▲ En retard : </strong>}{fiche.etatLibelle}{fiche.depuis && ` depuis le ${dateLongue(fiche.depuis)}`} ; calendrier {fiche.du === fiche.au ? fiche.du : `de ${fiche.du} à ${fiche.au}`}
        {fiche.pilote && <span className={classes.discret}> ; {fiche.pilote}</span>}
      </p>
      <Calendrier fiche={fiche} page={page} />
      {fiche.etapes.length > 0 && (
        <ol className={classes.etapes} aria-label="Étapes, la dernière d’abord">
          {fiche.etapes.map((e) => (
            <li key={e.id}>
              {e.annuleeLe ? <s>{dateLongue(e.le)}, {e.etatLibelle.toLowerCase()} : {e.texte}</s> : <>{dateLongue(e.le)}, {e.etatLibelle.toLowerCase()} : {e.texte}</>}
              <span className={classes.discret}> ({e.par ?? '—'}{e.annuleeLe && `, annulée : ${e.annuleeMotif ?? ''}`})</span>{' '}
              {page.peutEcrire && !e.annuleeLe && <Button size="compact-sm" variant="subtle" onClick={() => setAnnuler(e.id)} aria-label={`Annuler l’étape du ${dateLongue(e.le)}, ${page.mot ?? ''} ${fiche.numero}`}>Annuler</Button>}
            </li>
          ))}
        </ol>
      )}
      {page.peutEcrire && <Button size="sm" variant="default" onClick={() => setNoter(true)} aria-label={`Noter une étape, ${page.mot ?? ''} ${fiche.numero}`}>Noter une étape</Button>}
      {fiche.lignes.length > 0 && page.annees.length > 0 && (
        <Tableau legende={`${pluriel(fiche.lignes.length, 'indicateur')}, ${pluriel(fiche.lignes.filter((l) => l.comptee).length, 'compté')}`} lignes={fiche.lignes} cle={(l) => l.code}
          colonnes={[
            { titre: 'Indicateur', rendu: (l) => l.libelle },
            { titre: 'Unité', rendu: (l) => l.unite, large: true },
            ...page.annees.map((a, n) => ({ titre: String(a), nombre: true, rendu: (l: FicheSchema['lignes'][number]) => { const v = l.valeurs[n]; return !l.comptee ? saisie(l.code, a) : v?.valeur == null ? <span title={v?.raison ?? ''}>n.c.</span> : nombre(v.valeur); } })),
          ]} />
      )}
      <Modal opened={noter} onClose={() => setNoter(false)} title={`${page.mot ?? ''} ${fiche.numero} : noter une étape`} size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {noter && <FormEtape fiche={fiche} fermer={() => setNoter(false)} />}
      </Modal>
      <Modal opened={annuler !== null} onClose={() => setAnnuler(null)} title="Annuler cette étape" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {annuler && <FormAnnuler fiche={fiche} etape={annuler} fermer={() => setAnnuler(null)} />}
      </Modal>
    </section>
  );
}

/** One box a year, those of the fiche's calendar full, and where we are. */
function Calendrier({ fiche, page }: { fiche: FicheSchema; page: PageSchema }) {
  const { aujourdhui } = useMoi();
  const annees = Array.from({ length: page.au - page.du + 1 }, (_, n) => page.du + n);
  const jour = Number(aujourdhui.slice(0, 4)) + (Number(aujourdhui.slice(5, 7)) - 1) / 12 - page.du;
  return (
    <svg className={classes.calendrier} viewBox={`0 0 ${annees.length * 48} 16`} width={annees.length * 48} height={16} role="img" aria-label={`Calendrier de ${fiche.du} à ${fiche.au}, dans un schéma de ${page.du} à ${page.au}`}>
      {annees.map((a, n) => <rect key={a} x={n * 48 + 1} y={4} width={46} height={8} data-dans={a >= fiche.du && a <= fiche.au ? '' : undefined} />)}
      {jour >= 0 && jour <= annees.length && <line x1={jour * 48} x2={jour * 48} y1={0} y2={16} />}
    </svg>
  );
}

function FormEtape({ fiche, fermer }: { fiche: FicheSchema; fermer: () => void }) {
  const moi = useMoi();
  const f = useFormulaire({
    version: fiche.version,
    initiales: { etat: fiche.etat === 'A_LANCER' ? 'EN_COURS' : fiche.etat, le: moi.aujourdhui, texte: '' },
    valider: (v) => ({ le: v.le ? dateIllisible(v.le) : 'Indiquez le jour.', texte: v.texte.trim() ? null : 'Écrivez ce qui a été fait ou décidé.' }),
    envoyer: (v, { cle }) => api.post(`/api/schema/fiches/${fiche.numero}/etapes`, { ...v, version: fiche.version }, { cleIdempotence: cle }),
    reussi: () => { annoncer('L’étape est notée.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Noter l’étape">
      <NativeSelect label="Où en est-elle" data={ETATS} {...f.champ('etat')} />
      <ChampDate label="Le" passe {...f.champ('le')} />
      <Textarea label="Ce qui a été fait ou décidé" autosize minRows={2} maxRows={8} maxLength={2000} {...f.champ('texte')} />
    </Formulaire>
  );
}

function FormAnnuler({ fiche, etape, fermer }: { fiche: FicheSchema; etape: string; fermer: () => void }) {
  const f = useFormulaire({
    version: fiche.version,
    initiales: { motif: '' },
    valider: (v) => ({ motif: v.motif.trim() ? null : 'Écrivez pourquoi cette étape n’aurait pas dû être notée.' }),
    envoyer: (v, { cle }) => api.post(`/api/schema/fiches/${fiche.numero}/etapes/${etape}/annulation`, { version: fiche.version, motif: v.motif }, { cleIdempotence: cle }),
    reussi: () => { annoncer('L’étape est annulée ; elle reste lisible.'); fermer(); },
  });
  return <Formulaire f={f} verbe="Annuler l’étape"><TextInput label="Pourquoi" autoComplete="off" {...f.champ('motif')} /></Formulaire>;
}
