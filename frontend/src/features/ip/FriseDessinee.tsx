import { useMoi } from '../../commun/moi';
import { dateLongue, jourDe, joursEntre } from '../../commun/temps';
import { useFrise, type EnTete } from './donnees';
import classes from './ip.module.css';

interface Jalon {
  nom: string;
  jour: string;
}

const LARGEUR = 1000;
const MARGE = 14;

/** Reçue ─ qualifiée ─ confiée ─●──────┤ legal date: proportional to time; the list under it says the same in words. */
export function FriseDessinee({ fiche }: { fiche: EnTete }) {
  const moi = useMoi();
  const { ip } = fiche;
  const faits = useFrise(ip.id).data ?? [];
  const dernier = (type: string) => faits.filter((f) => f.type === type && !f.retire && !f.annule).at(-1)?.jour;
  const jalons: Jalon[] = [
    { nom: 'reçue', jour: jourDe(ip.recueLe) },
    { nom: 'qualifiée', jour: jourDe(ip.qualifieeLe) },
    { nom: 'confiée', jour: dernier('ip.confiee') ?? '' },
    { nom: 'évaluateurs désignés', jour: dernier('ip.evaluateurs-designes') ?? '' },
    { nom: 'rapport rendu', jour: ip.rapportRenduLe ? jourDe(ip.rapportRenduLe) : '' },
    { nom: 'décidée', jour: ip.decideeLe ? jourDe(ip.decideeLe) : '' },
    { nom: ip.motifCloture ? 'close' : 'personnes informées', jour: ip.closeLe ? jourDe(ip.closeLe) : '' },
  ].filter((j) => j.jour);
  const legale = ip.horloges.find((h) => h.code === 'EVALUATION')?.echeance.dateLegale;
  const debut = jalons[0]!.jour;
  const fini = !fiche.ouverte;
  const aujourdhui = fini ? jalons.at(-1)!.jour : moi.aujourdhui;
  const etendue = Math.max(1, ...[aujourdhui, legale ?? '', ...jalons.map((j) => j.jour)].filter(Boolean).map((j) => joursEntre(debut, j)));
  const x = (jour: string) => MARGE + (Math.max(0, joursEntre(debut, jour)) / etendue) * (LARGEUR - 2 * MARGE);
  const retard = !!legale && aujourdhui > legale && !ip.rapportRenduLe;
  return (
    <figure className={classes.frise}>
      <svg viewBox={`0 0 ${LARGEUR} 44`} className={classes.friseDessin} aria-hidden="true" preserveAspectRatio="none">
        <line x1={MARGE} x2={LARGEUR - MARGE} y1="22" y2="22" className={classes.friseReste} />
        <line x1={MARGE} x2={x(aujourdhui)} y1="22" y2="22" className={classes.friseFait} />
        {retard && <line x1={x(legale)} x2={x(aujourdhui)} y1="22" y2="22" className={classes.friseRetard} />}
        {jalons.map((j) => (
          <line key={j.nom} x1={x(j.jour)} x2={x(j.jour)} y1="13" y2="31" className={classes.friseJalon} />
        ))}
        {legale && <line x1={x(legale)} x2={x(legale)} y1="2" y2="42" className={classes.friseLegale} />}
        {!fini && <line x1={x(aujourdhui)} x2={x(aujourdhui)} y1="22" y2="22.01" className={classes.friseIci} />}
      </svg>
      <figcaption>
        <ol className={classes.friseMots}>
          {jalons.map((j) => (
            <li key={j.nom}>
              {j.nom} <time dateTime={j.jour}>{dateLongue(j.jour)}</time>
            </li>
          ))}
          {!fini && (
            <li className={classes.friseMotIci}>
              ● aujourd’hui : {fiche.etatLibelle.toLowerCase()}, jour {joursEntre(debut, aujourdhui)}
            </li>
          )}
          {legale && (
            <li className={classes.friseMotLegal}>
              ┃ date légale du rapport <time dateTime={legale}>{dateLongue(legale)}</time>
            </li>
          )}
        </ol>
      </figcaption>
    </figure>
  );
}
