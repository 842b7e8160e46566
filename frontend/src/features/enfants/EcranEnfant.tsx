import { Button, Menu, Tabs } from '@mantine/core';
import { Suspense, useEffect, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';

import { actesDepuisEnfant, ongletsEnfant } from '../../app/features';
import { bandeDe, Echeance } from '../../commun/Echeance';
import { Chargement } from '../../commun/Etats';
import { direNaissance } from '../../commun/enfant/naissance';
import { concerne, useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { PageOuverte } from '../../commun/PageOuverte';
import { dateHeure, dateLongue, joursEntre } from '../../commun/temps';
import { useEnfant, useMesExceptions, type PageEnfant } from './api';
import { ActesEnfant, type ActeEnfant } from './ActesEnfant';
import { FriseEnfant } from './FriseEnfant';
import classes from './enfants.module.css';

/** One child: who, where, with whom, what comes next; the timeline; then tabs. */
export default function EcranEnfant() {
  const { enfantId = '' } = useParams();
  const requete = useEnfant(enfantId);
  const aller = useNavigate();
  const canonique = requete.data?.id;
  useEffect(() => {
    // The address of a merged file opens the one that stands for it, and says so in the bar.
    if (canonique && canonique !== enfantId) void aller(`/enfants/${canonique}`, { replace: true });
  }, [aller, canonique, enfantId]);
  return (
    <PageOuverte requete={requete} titre="Dossier d’enfant" quoi="Ouverture du dossier" retour={{ vers: '/enfants', libelle: 'Chercher un enfant' }}>
      {(page) => <DossierEnfant key={page.id} page={page} />}
    </PageOuverte>
  );
}

function DossierEnfant({ page }: { page: PageEnfant }) {
  const moi = useMoi();
  const [parametres, setParametres] = useSearchParams();
  const [acte, setActe] = useState<ActeEnfant | null>(null);
  const onglets = ongletsEnfant.filter((o) => concerne(moi, o));
  const onglet = onglets.find((o) => o.code === parametres.get('onglet'))?.code ?? onglets[0]?.code ?? null;
  const i = page.identite;
  return (
    <Page titre={i.affiche} actes={<Actes page={page} choisir={setActe} />}>
      <ParException enfantId={page.id} />
      <ul className={classes.marques} aria-label="À savoir">
        {page.alertes.map((a) => (
          <li key={a.code} className={classes.marque} data-code={a.code}>
            {a.code === 'DOUBLON' ? <Link to="/enfants/doublons">{a.libelle}</Link> : a.code === 'DECEDE' && i.decesLe ? `Décédé le ${dateLongue(i.decesLe)}` : a.libelle}
          </li>
        ))}
      </ul>
      <div className={classes.tete}>
        <Identite page={page} />
        <Lieux page={page} />
        <Prochaines page={page} />
      </div>
      <FriseEnfant page={page} />
      <Tabs value={onglet} keepMounted={false} onChange={(code) => setParametres((p) => { p.set('onglet', code ?? ''); return p; }, { replace: true })}>
        <Tabs.List aria-label="Dossier de l’enfant" mb="md">
          {onglets.map((o) => (
            <Tabs.Tab key={o.code} value={o.code}>
              {o.libelle}{o.code === 'documents' && page.documents > 0 && ` (${page.documents})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {onglets.map((o) => (
          <Tabs.Panel key={o.code} value={o.code}>
            <Suspense fallback={<Chargement />}>
              <o.composant enfantId={page.id} />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
      <ActesEnfant acte={acte} page={page} fermer={() => setActe(null)} />
    </Page>
  );
}

/** The file is another territory's, open for a day. */
function ParException({ enfantId }: { enfantId: string }) {
  const acces = useMesExceptions().data?.find((a) => a.enfantId === enfantId);
  if (!acces) return null;
  return <p role="note" className={classes.exception}>Accès exceptionnel, en lecture, jusqu’au {dateHeure(acces.jusqua)}. Votre motif est montré à qui supervise.</p>;
}

function Identite({ page }: { page: PageEnfant }) {
  const i = page.identite;
  const autres = page.autresNoms.map((n) => [n.prenoms, n.nom].filter(Boolean).join(' '));
  return (
    <section className={classes.encart} aria-label="Identité">
      <h2>{i.age}{i.sexe === 'FILLE' ? ', fille' : i.sexe === 'GARCON' ? ', garçon' : ''}</h2>
      <ul>
        <li>{i.naissance.precision === 'A_NAITRE' ? 'Naissance ' : 'Né(e) '}{direNaissance(i.naissance)}{i.communeNaissance && `, à ${i.communeNaissance}`}</li>
        {(i.nomUsage || i.prenoms.includes(' ')) && <li>{[i.prenoms, i.nom].filter(Boolean).join(' ')}{i.nomUsage && `, nom d’usage ${i.nomUsage}`}</li>}
        {autres.length > 0 && <li className={classes.discret}>Aussi connu(e) comme {autres.join(', ')}</li>}
        {i.personneSeDeclarantMineure && <li>Personne se déclarant mineure : hors du compte des IP</li>}
        <li className={classes.discret}>{page.unites.length ? `Suivi par ${page.unites.map((u) => u.nom).join(', ')}` : 'Suivi par aucune équipe'}</li>
      </ul>
    </section>
  );
}

function Lieux({ page }: { page: PageEnfant }) {
  const foyers = page.foyers.filter((f) => f.actuel);
  return (
    <section className={classes.encart} aria-label="Où et avec qui">
      <h2>Où et avec qui</h2>
      <ul>
        {page.accueils.map((a) => (
          <li key={a.id}>
            <span className={classes.discret}>{`${a.nature}\u00a0:`}</span> <Link to={a.lien}>{a.type}</Link>, depuis le {dateLongue(a.depuis)}
          </li>
        ))}
        {foyers.length === 0 && page.accueils.length === 0 && <li className={classes.discret}>Aucun lieu de vie connu</li>}
        {foyers.map((f) => (
          <li key={f.id}>
            {f.principal && foyers.length > 1 && 'Surtout '}
            {[f.libelle, f.adresseProtegee ? 'adresse protégée' : f.commune].filter(Boolean).join(', ')}
            {f.habitants.some((h) => h.id !== page.id) && <span className={classes.discret}> avec {f.habitants.filter((h) => h.id !== page.id).map((h) => h.affiche).join(', ')}</span>}
          </li>
        ))}
        {page.liens.map((l) => (
          <li key={l.id}>
            <span className={classes.discret}>{l.libelle} :</span> {l.ouvrable ? <Link to={`/enfants/${l.enfantId}`}>{l.affiche}</Link> : l.affiche}{l.age && `, ${l.age}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Prochaines({ page }: { page: PageEnfant }) {
  const { aujourdhui } = useMoi();
  return (
    <section className={classes.encart} aria-label="Prochaines dates">
      <h2>Prochaines dates</h2>
      <ul>
        {page.prochaines.length === 0 && <li className={classes.discret}>Aucune</li>}
        {page.prochaines.map((d) => {
          const jours = joursEntre(aujourdhui, d.le);
          return (
            <li key={d.le + d.libelle}>
              {jours > 366 ? dateLongue(d.le) : <Echeance bande={bandeDe(jours)} jours={jours} dateLegale={d.le} complete />} {d.lien ? <Link to={d.lien}>{d.libelle}</Link> : d.libelle}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Actes({ page, choisir }: { page: PageEnfant; choisir: (a: ActeEnfant) => void }) {
  const moi = useMoi();
  const { droits, identite } = page;
  return (
    <>
      {actesDepuisEnfant.filter((a) => concerne(moi, a)).map((a) => <Button key={a.libelle} variant="default" component={Link} to={a.adresse(page.id)}>{a.libelle}</Button>)}
      {identite.naissance.precision === 'A_NAITRE' && droits.ecrire && <Button onClick={() => choisir('naissance')}>Enregistrer la naissance</Button>}
      {(droits.ecrire || droits.superviser || droits.reunir) && <Menu position="bottom-end" withinPortal={false} transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button variant="default">Corriger ou compléter</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {droits.ecrire && <Menu.Item onClick={() => choisir('identite')}>Corriger l’identité</Menu.Item>}
          {droits.ecrire && <Menu.Item onClick={() => choisir('nom')}>Ajouter un autre nom</Menu.Item>}
          {droits.ecrire && <Menu.Item onClick={() => choisir('titulaire')}>Ajouter un titulaire ou un proche</Menu.Item>}
          {droits.ecrire && <Menu.Item onClick={() => choisir('foyer')}>Ajouter un lieu de vie</Menu.Item>}
          {droits.ecrire && <Menu.Item onClick={() => choisir('lien')}>Lier à un autre enfant</Menu.Item>}
          {droits.ecrire && !identite.decesLe && <Menu.Item onClick={() => choisir('deces')}>Enregistrer le décès</Menu.Item>}
          {droits.reunir && <Menu.Item onClick={() => choisir('reunion')}>Réunir avec un autre dossier</Menu.Item>}
          {droits.superviser && <Menu.Item onClick={() => choisir('restriction')}>{identite.restreint ? 'Revoir la restriction du dossier' : 'Restreindre le dossier'}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>}
    </>
  );
}
