import { dessiner, raconter, type EnfantDuGenogramme, type FamilleDessinee, type Place } from './genogramme';
import classes from './genogramme.module.css';

const R = 24;

/** A family as it is drawn in the trade: square, circle, triangle before birth, a cross at a death; a broken line where authority is not exercised. The same in words under it. */
export function Genogramme({ famille }: { famille: FamilleDessinee }) {
  const d = dessiner(famille);
  const lettre = (id: string) => famille.foyers.filter((f) => f.membres.includes(id)).map((f) => d.lettres.get(f.id)).join(' ');
  return (
    <figure className={classes.figure}>
      <div className={classes.defile}>
        <svg viewBox={`0 0 ${d.largeur} ${d.hauteur}`} width={d.largeur} height={d.hauteur} className={classes.dessin} role="img" aria-label="Génogramme, décrit sous le dessin">
          {d.traits.map((t) => (
            <path key={t.cle} d={`M ${t.de.x} ${t.de.y + R} C ${t.de.x} ${t.de.y + 90}, ${t.a.x} ${t.a.y - 90}, ${t.a.x} ${t.a.y - R}`} className={classes.trait} strokeDasharray={t.titulaire ? undefined : '5 4'} />
          ))}
          {famille.adultes.map((a) => (
            <g key={a.id}>
              <Forme place={d.places.get(a.id)!} genre={a.civilite === 'MADAME' ? 'F' : a.civilite === 'MONSIEUR' ? 'M' : '?'} decede={a.decede} />
              <Nom place={d.places.get(a.id)!} lignes={[a.nom, a.liens[0]?.qualite ?? '']} lettre={lettre(a.id)} />
            </g>
          ))}
          {famille.enfants.map((e) => (
            <g key={e.id}>
              <Forme place={d.places.get(e.id)!} genre={genre(e)} decede={e.decede} double={e.concerne} />
              <Nom place={d.places.get(e.id)!} lignes={[e.nom, e.aNaitre ? 'à naître' : e.age]} lettre={lettre(e.id)} gras={e.concerne} />
            </g>
          ))}
        </svg>
      </div>
      {famille.foyers.length > 0 && (
        <p className={classes.legende}>
          {famille.foyers.map((f) => (
            <span key={f.id}>
              <strong>{d.lettres.get(f.id)}</strong> {f.libelle}
            </span>
          ))}
        </p>
      )}
      <figcaption>
        <ul className={classes.mots}>
          {raconter(famille).map((p) => (
            <li key={p.cle}>{p.texte}</li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

const genre = (e: EnfantDuGenogramme) => (e.aNaitre ? 'N' : e.sexe === 'FILLE' ? 'F' : e.sexe === 'GARCON' ? 'M' : '?');

function Forme({ place: { x, y }, genre: g, decede, double }: { place: Place; genre: string; decede?: boolean; double?: boolean }) {
  const forme = (r: number, cle: string) =>
    g === 'F' ? <circle key={cle} cx={x} cy={y} r={r} />
      : g === 'M' ? <rect key={cle} x={x - r} y={y - r} width={2 * r} height={2 * r} />
        : g === 'N' ? <path key={cle} d={`M ${x} ${y - r} L ${x + r} ${y + r} L ${x - r} ${y + r} Z`} />
          : <path key={cle} d={`M ${x} ${y - r} L ${x + r} ${y} L ${x} ${y + r} L ${x - r} ${y} Z`} />;
  return (
    <g className={classes.forme}>
      {forme(R, 'dehors')}
      {double && forme(R - 5, 'dedans')}
      {decede && <path d={`M ${x - R} ${y - R} L ${x + R} ${y + R} M ${x + R} ${y - R} L ${x - R} ${y + R}`} />}
    </g>
  );
}

function Nom({ place: { x, y }, lignes, lettre, gras }: { place: Place; lignes: string[]; lettre: string; gras?: boolean }) {
  return (
    <>
      {lignes.map((l, i) => (
        <text key={i} x={x} y={y + R + 16 + i * 15} className={i === 0 && gras ? classes.nomGras : i === 0 ? classes.nom : classes.detail}>
          {l.length > 22 ? `${l.slice(0, 21)}…` : l}
        </text>
      ))}
      {lettre && (
        <text x={x + R + 4} y={y - R + 10} className={classes.lettre}>
          {lettre}
        </text>
      )}
    </>
  );
}
