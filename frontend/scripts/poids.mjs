// The first screen must stay light on a rural line: all script loaded before a person does anything, compressed, under 250 kB.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMITE = 250 * 1000;
const racine = new URL('../target/classes/static/', import.meta.url);
const manifeste = JSON.parse(readFileSync(new URL('.vite/manifest.json', racine), 'utf8'));
const vus = new Set();
function suivre(cle) {
  if (vus.has(cle)) return;
  vus.add(cle);
  (manifeste[cle].imports ?? []).forEach(suivre);
}
suivre('index.html');
// The task list is where everybody lands: its screen counts.
Object.keys(manifeste).filter((c) => /features\/taches\/EcranTaches\.tsx$/.test(c)).forEach(suivre);
const poids = [...vus].map((cle) => [manifeste[cle].file, gzipSync(readFileSync(new URL(manifeste[cle].file, racine))).length]);
const total = poids.reduce((somme, [, n]) => somme + n, 0);
console.log(`first screen: ${(total / 1000).toFixed(0)} kB of compressed script in ${poids.length} files (limit ${LIMITE / 1000})`);
if (total > LIMITE) {
  poids.sort((a, b) => b[1] - a[1]).forEach(([f, n]) => console.error(`${(n / 1000).toFixed(1).padStart(8)} kB  ${f}`));
  process.exit(1);
}
