// Which `arenad` to start, and why that one. Knows nothing of VS Code, so that it can be tested alone.
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

export interface Surroundings {
  /** The setting `arena.server.path`, empty when not set. */
  readonly setting: string;
  /** The first workspace folder, if any. */
  readonly workspaceFolder: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the extension is installed. */
  readonly extensionFolder: string;
  readonly isExecutable: (path: string) => boolean;
}

export type Discovery =
  | { readonly found: true; readonly path: string; readonly reason: string }
  | { readonly found: false; readonly reason: string };

/** The setting, then `PATH`, then what came with the extension. A setting that leads nowhere is an error, not a reason to take another. */
export function discover(surroundings: Surroundings): Discovery {
  const { setting, environment, extensionFolder, isExecutable } = surroundings;
  if (setting.trim() !== '') {
    const expanded = expand(setting.trim(), surroundings);
    if (!expanded.ok) {
      return { found: false, reason: `the setting arena.server.path says "${setting}": ${expanded.problem}` };
    }
    const path =
      isAbsolute(expanded.text) || surroundings.workspaceFolder === undefined
        ? expanded.text
        : join(surroundings.workspaceFolder, expanded.text);
    return isExecutable(path)
      ? { found: true, path, reason: 'from the setting arena.server.path' }
      : { found: false, reason: `the setting arena.server.path says "${setting}", but ${path} is no program` };
  }
  for (const folder of (environment['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, 'arenad');
    if (isAbsolute(folder) && isExecutable(path)) {
      return { found: true, path, reason: 'from PATH' };
    }
  }
  const bundled = join(extensionFolder, 'server', 'bin', 'arenad');
  if (isExecutable(bundled)) {
    return { found: true, path: bundled, reason: 'the one that came with the extension' };
  }
  return { found: false, reason: 'there is no arenad on PATH, and none came with the extension' };
}

type Expansion = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

/** Replaces a leading `~`, `${workspaceFolder}` and `${env:NAME}`. */
export function expand(text: string, { workspaceFolder, environment }: Surroundings): Expansion {
  let problem: string | undefined;
  const expanded = text
    .replace(/^~(?=$|\/)/, () => environment['HOME'] ?? homedir())
    .replace(/\$\{([^}]*)\}/g, (variable, name: string) => {
      const value =
        name === 'workspaceFolder'
          ? workspaceFolder
          : name === 'userHome'
            ? (environment['HOME'] ?? homedir())
            : name.startsWith('env:')
              ? environment[name.slice('env:'.length)]
              : undefined;
      if (value === undefined) {
        problem ??= `${variable} has no value here`;
      }
      return value ?? '';
    });
  return problem === undefined ? { ok: true, text: expanded } : { ok: false, problem };
}

export function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
