// `npm ci`, only when the lock changed since the last time: it takes a minute, and every Maven build comes through here.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const marque = 'node_modules/.jalon-lock';
const empreinte = createHash('sha256').update(readFileSync('package-lock.json')).update(process.version).digest('hex');
if (existsSync(marque) && readFileSync(marque, 'utf8') === empreinte) {
  console.log('npm packages are up to date');
} else {
  execFileSync(process.execPath, [process.env.npm_execpath, 'ci', '--no-audit', '--no-fund'], { stdio: 'inherit' });
  writeFileSync(marque, empreinte);
}
