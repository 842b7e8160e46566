import { lazy } from 'react';

import type { Feature } from '../../app/feature';

export default { nom: 'demo', piedDemonstration: lazy(() => import('./Remplissage')) } satisfies Feature;
