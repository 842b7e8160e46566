import { createBrowserRouter, RouterProvider } from 'react-router';

import { Accueil, Inconnue, PageEnErreur } from './PagesGenerales';
import { Porte } from './Porte';
import { features } from './features';

const routeur = createBrowserRouter([
  {
    element: <Porte />,
    errorElement: <PageEnErreur />,
    // Lazy screens load behind the frame; nothing is hydrated.
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <PageEnErreur dansLeCadre />,
        children: [{ index: true, element: <Accueil /> }, ...features.flatMap((f) => f.routes ?? []), { path: '*', element: <Inconnue /> }],
      },
    ],
  },
]);

export function Application() {
  return <RouterProvider router={routeur} />;
}
