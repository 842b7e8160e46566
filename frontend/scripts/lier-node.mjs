// Gives the Maven plugin the Node of this machine: links in target/node where the plugin looks, so that it downloads nothing. Prints the
// version it linked; leaves with an error, and the plugin downloads, where Node is too old or links cannot be made.
import { execSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [majeur, mineur] = process.versions.node.split('.').map(Number);
if (process.platform === 'win32' || majeur < 20 || (majeur === 20 && mineur < 19)) process.exit(1);
const npm = dirname(dirname(realpathSync(execSync('command -v npm').toString().trim())));
if (!existsSync(join(npm, 'bin', 'npm-cli.js'))) process.exit(1);
const cible = join(dirname(dirname(fileURLToPath(import.meta.url))), 'target', 'node');
mkdirSync(join(cible, 'node_modules'), { recursive: true });
for (const [vers, lien] of [[process.execPath, join(cible, 'node')], [npm, join(cible, 'node_modules', 'npm')]]) {
  const present = lstatSync(lien, { throwIfNoEntry: false });
  if (present?.isSymbolicLink() && existsSync(lien) && realpathSync(lien) === realpathSync(vers)) continue;
  if (present) rmSync(lien, { recursive: true });
  symlinkSync(vers, lien);
}
console.log(process.version);
