import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';

import { api } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { annoncer } from '../../commun/annonces';
import { Donnees } from '../../commun/Etats';
import { Genogramme } from '../../commun/famille/Genogramme';
import { ChampDate, Formulaire, useFormulaire } from '../../commun/formulaire';
import { dateLongue } from '../../commun/temps';
import { ActesEnfant } from './ActesEnfant';
import { useEnfant, type Foyer, type PageEnfant, type Titulaire } from './api';
import { familleDe } from './famille';
import { FormFoyer, type AdresseMontree } from './FormFoyer';
import { FormAdulte, FormTitulaire } from './FormTitulaire';
import classes from './enfants.module.css';

/** Holders of parental authority, homes, brothers and sisters: drawn, then one by one. */
export default function Personnes({ enfantId }: { enfantId: string }) {
  return <Donnees requete={useEnfant(enfantId)}>{(page) => <Contenu page={page} />}</Donnees>;
}

type Dialogue = { titre: string; contenu: (fermer: () => void) => ReactNode };

function Contenu({ page }: { page: PageEnfant }) {
  const [dialogue, setDialogue] = useState<Dialogue | null>(null);
  const [acte, setActe] = useState<'titulaire' | 'foyer' | 'lien' | null>(null);
  const fermer = () => setDialogue(null);
  const ecrire = page.droits.ecrire;
  return (
    <>
      <h2>Génogramme</h2>
      <Genogramme famille={familleDe(page)} />
      <div className={classes.sous}>
        <h2>Titulaires et proches</h2>
        {ecrire && <Button variant="default" size="compact-md" onClick={() => setActe('titulaire')}>Ajouter</Button>}
      </div>
      {page.titulaires.length === 0 && <p className={classes.discret}>Aucun adulte connu.</p>}
      {page.titulaires.map((t) => <FicheTitulaire key={t.id} t={t} page={page} ouvrir={ecrire ? setDialogue : undefined} />)}
      <div className={classes.sous}>
        <h2>Lieux de vie</h2>
        {ecrire && <Button variant="default" size="compact-md" onClick={() => setActe('foyer')}>Ajouter</Button>}
      </div>
      {page.foyers.length === 0 && <p className={classes.discret}>Aucun lieu de vie connu.</p>}
      {page.foyers.map((f) => <FicheFoyer key={f.id} f={f} page={page} ouvrir={ecrire ? setDialogue : undefined} />)}
      <div className={classes.sous}>
        <h2>Liens avec d’autres enfants</h2>
        {ecrire && <Button variant="default" size="compact-md" onClick={() => setActe('lien')}>Ajouter</Button>}
      </div>
      {page.liens.length === 0 && <p className={classes.discret}>Aucun lien noté.</p>}
      {page.liens.map((l) => (
        <div key={l.id} className={classes.fiche}>
          <div className={classes.ficheTete}>
            <span>{l.libelle} : {l.ouvrable ? <Link to={`/enfants/${l.enfantId}`}>{l.affiche}</Link> : l.affiche}{l.age && `, ${l.age}`}</span>
            {ecrire && (
              <Button variant="subtle" size="compact-sm" onClick={() => setDialogue({ titre: 'Retirer un lien', contenu: (f) => <Confirmer chemin={`/api/enfants/${page.id}/liens/${l.id}/annulation`} fait="Le lien est retiré." verbe="Retirer le lien" fermer={f}>Ce lien a été noté par erreur.</Confirmer> })}>
                Retirer<span className="jalon-invisible"> le lien avec {l.affiche}</span>
              </Button>
            )}
          </div>
        </div>
      ))}
      <Modal opened={dialogue !== null} onClose={fermer} title={dialogue?.titre} size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {dialogue?.contenu(fermer)}
      </Modal>
      <ActesEnfant acte={acte} page={page} fermer={() => setActe(null)} />
    </>
  );
}

const periode = (du: string, au: string) => [du && `depuis le ${dateLongue(du)}`, au && `jusqu’au ${dateLongue(au)}`].filter(Boolean).join(', ');

function FicheTitulaire({ t, page, ouvrir }: { t: Titulaire; page: PageEnfant; ouvrir?: (d: Dialogue) => void }) {
  return (
    <div className={classes.fiche} data-passe={t.actuel ? undefined : ''}>
      <div className={classes.ficheTete}>
        <strong>{t.affiche}</strong>
        <span>{t.qualiteLibelle} · {t.exerciceLibelle}{t.decesLe && ` · décès le ${dateLongue(t.decesLe)}`}</span>
      </div>
      <div className={classes.discret}>{[t.precision, periode(t.du, t.au), t.telephone, t.courriel].filter(Boolean).join(' · ')}</div>
      {ouvrir && (
        <div className={classes.boutons}>
          <Button variant="subtle" size="compact-sm" onClick={() => ouvrir({ titre: `Corriger ${t.affiche}`, contenu: (f) => <FormAdulte page={page} titulaire={t} fermer={f} /> })}>Corriger la personne<span className="jalon-invisible"> {t.affiche}</span></Button>
          <Button variant="subtle" size="compact-sm" onClick={() => ouvrir({ titre: `Lien avec ${t.affiche}`, contenu: (f) => <FormTitulaire page={page} lien={t} fermer={f} /> })}>Corriger le lien<span className="jalon-invisible"> avec {t.affiche}</span></Button>
          {t.actuel && <Button variant="subtle" size="compact-sm" onClick={() => ouvrir({ titre: `Fin du lien avec ${t.affiche}`, contenu: (f) => <Finir chemin={`/api/enfants/${page.id}/titulaires/${t.id}/fin`} fermer={f} /> })}>Mettre fin<span className="jalon-invisible"> au lien avec {t.affiche}</span></Button>}
        </div>
      )}
    </div>
  );
}

function FicheFoyer({ f, page, ouvrir }: { f: Foyer; page: PageEnfant; ouvrir?: (d: Dialogue) => void }) {
  const [montree, setMontree] = useState<AdresseMontree | null>(null);
  const montrer = useMutation({
    mutationFn: () => api.post<AdresseMontree>(`/api/enfants/${page.id}/foyers/${f.foyerId}/adresse-protegee`, {}), onSuccess: setMontree,
    onError: (e) => annoncer(enProbleme(e).detail, { ton: 'erreur' }),
  });
  const a = montree ?? f;
  const cachee = f.adresseProtegee && !montree;
  return (
    <div className={classes.fiche} data-passe={f.actuel ? undefined : ''}>
      <div className={classes.ficheTete}>
        <strong>{f.libelle || (cachee ? 'Lieu de vie' : a.commune || 'Lieu de vie')}</strong>
        <span>{f.principal ? 'Principal' : 'Second lieu'}{f.unite && ` · ${f.unite}`}</span>
      </div>
      {f.adresseProtegee && <div className={classes.marque} data-code="RESTREINT" style={{ display: 'inline-block' }}>Adresse protégée : ne la dites pas à l’autre parent</div>}
      {!cachee && <div>{[a.adresse, [a.codePostal, a.commune].filter(Boolean).join(' '), a.telephone].filter(Boolean).join(' · ')}</div>}
      <div className={classes.discret}>{[periode(f.du, f.au), f.habitants.filter((h) => h.id !== page.id).map((h) => h.affiche).join(', ')].filter(Boolean).join(' · avec ')}</div>
      {ouvrir && (
        <div className={classes.boutons}>
          {cachee && <Button variant="default" size="compact-sm" loading={montrer.isPending} onClick={() => montrer.mutate()}>Voir l’adresse (noté au journal)</Button>}
          {!cachee && <Button variant="subtle" size="compact-sm" onClick={() => ouvrir({ titre: 'Corriger le lieu de vie', contenu: (x) => <FormFoyer page={page} foyer={f} montree={montree ?? undefined} fermer={x} /> })}>Corriger<span className="jalon-invisible"> {f.libelle || f.commune}</span></Button>}
          {f.actuel && <Button variant="subtle" size="compact-sm" onClick={() => ouvrir({ titre: 'L’enfant n’y vit plus', contenu: (x) => <Finir chemin={`/api/enfants/${page.id}/foyers/${f.id}/fin`} fermer={x} /> })}>N’y vit plus<span className="jalon-invisible"> : {f.libelle || f.commune}</span></Button>}
        </div>
      )}
    </div>
  );
}

/** A tie ends on a day; without a day, it was written by mistake and never was. */
function Finir({ chemin, fermer }: { chemin: string; fermer: () => void }) {
  const f = useFormulaire({
    initiales: { le: '' },
    envoyer: (v, { cle }) => api.post(chemin, { le: v.le || null }, { cleIdempotence: cle }),
    reussi: (_, v) => { annoncer(v.le ? 'La fin est notée.' : 'La saisie erronée est annulée.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe={f.valeurs.le ? 'Noter la fin' : 'Annuler cette saisie'} consequence={f.valeurs.le ? undefined : 'Sans date, la saisie est tenue pour une erreur : elle disparaît du dossier, mais reste au journal.'}>
      <ChampDate label="Dernier jour" passe {...f.champ('le')} data-autofocus />
    </Formulaire>
  );
}

function Confirmer({ chemin, verbe, fait, fermer, children }: { chemin: string; verbe: string; fait: string; fermer: () => void; children: ReactNode }) {
  const f = useFormulaire({ initiales: {}, envoyer: (_, { cle }) => api.post(chemin, undefined, { cleIdempotence: cle }), reussi: () => { annoncer(fait); fermer(); } });
  return <Formulaire f={f} verbe={verbe}><p>{children}</p></Formulaire>;
}
