import { useAvancement } from './api';
import classes from './demo.module.css';

/** In the strip of the demonstration, until the synthetic département is whole. */
export default function Remplissage() {
  const { data } = useAvancement();
  if (!data?.actif) return null;
  return (
    <span className={classes.remplissage}>
      <progress max={100} value={data.pourcent} aria-label="Remplissage de la démonstration" />
      <span>{data.phrase}</span>
    </span>
  );
}
