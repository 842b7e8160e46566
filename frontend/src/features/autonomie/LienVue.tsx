import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';

/** A figure leads to its list, which stands in the address: it can be sent to a colleague. */
export function LienVue({ vue, unite, active, children }: { vue: string; unite?: string; active?: boolean; children: ReactNode }) {
  const [recherche] = useSearchParams();
  const vers = new URLSearchParams(recherche);
  vers.set('vue', vue);
  if (unite !== undefined) vers.set('unite', unite);
  return <Link to={`?${vers}`} aria-current={active ? 'true' : undefined}>{children}</Link>;
}
