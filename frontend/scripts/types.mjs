// Types of the API from the committed OpenAPI documents, one file a group; a group already up to date is left alone.
// The server writes every field of an answer, null included: fields of schemas that only answers use are always present, and which of them
// may be null is for the reader of the endpoint to know (write `T | null` beside the type where it matters).
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapi, { astToString } from 'openapi-typescript';

const source = new URL('../src/api/openapi/', import.meta.url);
const cible = new URL('../src/api/generated/', import.meta.url);
const moi = statSync(fileURLToPath(import.meta.url)).mtimeMs;
mkdirSync(cible, { recursive: true });
const groupes = readdirSync(source).filter((f) => f.endsWith('.json'));
const attendus = new Set(groupes.map((f) => f.replace(/\.json$/, '.d.ts')));
for (const vieux of readdirSync(cible)) {
  if (!attendus.has(vieux)) rmSync(new URL(vieux, cible));
}
for (const groupe of groupes) {
  const de = new URL(groupe, source);
  const vers = new URL(groupe.replace(/\.json$/, '.d.ts'), cible);
  if (existsSync(vers) && statSync(vers).mtimeMs > Math.max(moi, statSync(de).mtimeMs)) continue;
  const document = JSON.parse(readFileSync(de, 'utf8'));
  toujoursPresents(document);
  const ast = await openapi(document, { defaultNonNullable: true });
  writeFileSync(vers, `/* Written from openapi/${groupe}; do not edit. */\n${astToString(ast)}`);
}

function toujoursPresents(document) {
  const schemas = document.components?.schemas ?? {};
  const demandes = new Set();
  const suivre = (noeud) => {
    if (Array.isArray(noeud)) return noeud.forEach(suivre);
    if (!noeud || typeof noeud !== 'object') return;
    const nom = typeof noeud.$ref === 'string' && noeud.$ref.split('/').pop();
    if (nom && !demandes.has(nom)) {
      demandes.add(nom);
      suivre(schemas[nom]);
    }
    Object.values(noeud).forEach(suivre);
  };
  for (const chemin of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(chemin)) suivre(operation.requestBody);
  }
  for (const [nom, schema] of Object.entries(schemas)) {
    if (!demandes.has(nom) && schema.properties) schema.required = Object.keys(schema.properties);
  }
}
