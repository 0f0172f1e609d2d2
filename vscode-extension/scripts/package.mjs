// Makes out/arenad.vsix. When the distribution has been built, the extension carries it along as its server.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';
import './build.mjs';

rmSync('server', { recursive: true, force: true });
const distribution = '../dist/target/arenad';
if (existsSync(distribution)) {
  cpSync(distribution, 'server', { recursive: true });
} else {
  console.error(`!!!! SKIPPED: ${distribution} is not built, so the extension comes without a server`);
}

await createVSIX({
  packagePath: 'out/arenad.vsix',
  dependencies: false,
  allowMissingRepository: true,
  skipLicense: true,
});
