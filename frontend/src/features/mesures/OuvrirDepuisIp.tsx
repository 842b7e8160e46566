import { Ouverture } from './Ouverture';

/** The aid decided on an IP becomes a measure: children, product and date are already there. */
export default function OuvrirDepuisIp({ ipId, onFini }: { ipId: string; onFini: () => void }) {
  return <Ouverture ip={ipId} enfants={[]} fini={onFini} />;
}
