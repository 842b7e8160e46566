import { Alert, Button, Group } from '@mantine/core';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import { useEffect, useRef, useState } from 'react';

import classes from './dessin.module.css';

interface Canevas {
  zoom: (niveau: number | 'fit-viewport', centre?: 'auto') => number;
  addMarker: (element: string, marque: string) => void;
  viewbox: () => { inner: { width: number; height: number } };
  scroll: (pas: { dx: number; dy: number }) => void;
}
interface Registre {
  get: (element: string) => unknown;
}

/** Draws the model as it stands in `bpmn/`; marks are classes, so that no style is written in the page. */
export default function DessinBpmn({ xml, passes, enCours }: { xml: string; passes: string[]; enCours: string[] }) {
  const hote = useRef<HTMLDivElement>(null);
  const lecteur = useRef<NavigatedViewer | null>(null);
  const [erreur, setErreur] = useState(false);
  const marques = JSON.stringify([passes, enCours]);
  useEffect(() => {
    const dessin = new NavigatedViewer({ container: hote.current! });
    lecteur.current = dessin;
    let parti = false;
    dessin
      .importXML(xml)
      .then(() => {
        if (parti) return;
        const canevas = dessin.get<Canevas>('canvas');
        const registre = dessin.get<Registre>('elementRegistry');
        const [faits, ici] = JSON.parse(marques) as [string[], string[]];
        faits.filter((e) => registre.get(e)).forEach((e) => canevas.addMarker(e, 'jalon-passe'));
        ici.filter((e) => registre.get(e)).forEach((e) => canevas.addMarker(e, 'jalon-ici'));
        canevas.zoom('fit-viewport', 'auto');
        // Under a tall head the step it stands at would wait below the fold.
        hote.current?.scrollIntoView({ block: 'nearest' });
      })
      .catch(() => !parti && setErreur(true));
    return () => {
      parti = true;
      dessin.destroy();
    };
  }, [xml, marques]);
  const canevas = () => lecteur.current?.get<Canevas>('canvas');
  const agrandir = (facteur: number) => {
    const c = canevas();
    c?.zoom(c.zoom(undefined as never) * facteur, 'auto');
  };
  if (erreur) return <Alert color="gray">Ce modèle n’a pas pu être dessiné. Le parcours en mots, ci-dessous, dit la même chose.</Alert>;
  return (
    <div>
      <Group gap="xs" mb="xs" className={classes.outils}>
        <Button variant="default" size="sm" onClick={() => agrandir(1.25)}>Agrandir</Button>
        <Button variant="default" size="sm" onClick={() => agrandir(0.8)}>Réduire</Button>
        <Button variant="default" size="sm" onClick={() => canevas()?.zoom('fit-viewport', 'auto')}>Tout voir</Button>
        <Button variant="default" size="sm" aria-label="Déplacer vers la gauche" onClick={() => canevas()?.scroll({ dx: 120, dy: 0 })}>←</Button>
        <Button variant="default" size="sm" aria-label="Déplacer vers la droite" onClick={() => canevas()?.scroll({ dx: -120, dy: 0 })}>→</Button>
        <Button variant="default" size="sm" aria-label="Déplacer vers le haut" onClick={() => canevas()?.scroll({ dx: 0, dy: 120 })}>↑</Button>
        <Button variant="default" size="sm" aria-label="Déplacer vers le bas" onClick={() => canevas()?.scroll({ dx: 0, dy: -120 })}>↓</Button>
      </Group>
      <div ref={hote} className={classes.hote} role="group" aria-label="Dessin du parcours ; le parcours en mots suit" />
    </div>
  );
}
