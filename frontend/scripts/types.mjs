// Types of the API from the committed OpenAPI documents, one file a group; a group already up to date is left alone.
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, existsSync, writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

const source = new URL('../src/api/openapi/', import.meta.url);
const cible = new URL('../src/api/generated/', import.meta.url);
mkdirSync(cible, { recursive: true });
const groupes = readdirSync(source).filter((f) => f.endsWith('.json'));
const attendus = new Set(groupes.map((f) => f.replace(/\.json$/, '.d.ts')));
for (const vieux of readdirSync(cible)) {
  if (!attendus.has(vieux)) rmSync(new URL(vieux, cible));
}
for (const groupe of groupes) {
  const de = new URL(groupe, source);
  const vers = new URL(groupe.replace(/\.json$/, '.d.ts'), cible);
  if (existsSync(vers) && statSync(vers).mtimeMs > statSync(de).mtimeMs) continue;
  const ast = await openapi(JSON.parse(readFileSync(de, 'utf8')), { defaultNonNullable: true });
  writeFileSync(vers, `/* Written from openapi/${groupe}; do not edit. */\n${astToString(ast)}`);
}
