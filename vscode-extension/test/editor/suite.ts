// Runs inside the extension host of a real editor, on a copy of `workspace/`, with the extension as it is packaged.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';

const SECONDS = 1000;
const results: { name: string; problem: string | null }[] = [];

async function test(name: string, body: () => Promise<void>): Promise<void> {
  try {
    await body();
    results.push({ name, problem: null });
  } catch (error) {
    results.push({ name, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** Asks again until there is an answer. */
async function eventually<T>(what: string, ask: () => Promise<T | undefined> | T | undefined, limit = 30 * SECONDS): Promise<T> {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

function position(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `no "${text}" in the document`);
  return document.positionAt(offset);
}

async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const start = position(document, from);
  edit.replace(document.uri, new vscode.Range(start, document.positionAt(document.offsetAt(start) + from.length)), to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

async function hoverText(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Waits until the server answers. */
async function answers(document: vscode.TextDocument): Promise<void> {
  await eventually('the hover', async () =>
    (await hoverText(document, position(document, 'example(obj'))).includes('Lifetime') ? true : undefined,
  );
}

async function definition(document: vscode.TextDocument, text: string): Promise<{ file: string; line: number }> {
  const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position(document, text),
  );
  const place = places[0];
  assert.ok(place !== undefined, `no definition of ${text}`);
  const { uri, range } =
    'targetUri' in place ? { uri: place.targetUri, range: place.targetSelectionRange ?? place.targetRange } : place;
  return { file: basename(uri.path), line: range.start.line };
}

async function plantLifetimeError(document: vscode.TextDocument): Promise<void> {
  await replace(document, '"kept"', 'f"{1}"');
}

async function mendLifetimeError(document: vscode.TextDocument): Promise<void> {
  await replace(document, 'f"{1}"', '"kept"');
  await noErrors(document);
}

async function noErrors(document: vscode.TextDocument): Promise<void> {
  await eventually('the end of the error', () => (errors(document).length === 0 ? true : undefined));
}

function errors(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.severity === vscode.DiagnosticSeverity.Error);
}

function codeOf(diagnostic: vscode.Diagnostic): unknown {
  return typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
}

export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder !== undefined);
  const file = vscode.Uri.joinPath(folder.uri, 'src/main.arena');
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  const extension = vscode.extensions.getExtension('arenad.arenad');

  await test('opening an Arena file activates the extension', async () => {
    assert.equal(document.languageId, 'arena');
    await eventually('the activation', () => (extension?.isActive === true ? true : undefined));
  });

  await test('hover shows the lifetime contract as the command line prints it', async () => {
    const text = await eventually('the hover', async () => {
      const shown = await hoverText(document, position(document, 'example(obj'));
      return shown.includes('Lifetime') ? shown : undefined;
    });
    assert.match(text, /requires Lifetime\(name\) >= Lifetime\(obj\)/);
    assert.match(text, /returns Lifetime\(Return\) = Lifetime\(obj\)/);
    assert.match(text, /Keeps the name/);
  });

  await test('a lifetime error shows while typing, with its chain of reasons, and goes with its cause', async () => {
    assert.deepEqual(errors(document), []);
    await plantLifetimeError(document);
    const found = await eventually('the error', () => errors(document)[0]);
    assert.equal(codeOf(found), 'E0306');
    assert.equal(found.source, 'arenad');
    assert.match(found.message, /does not live long enough/);
    const related = (found.relatedInformation ?? []).map(({ location, message }) => ({
      line: location.range.start.line,
      message,
    }));
    assert.deepEqual(related, [
      { line: position(document, 'foo = ').line, message: '`foo` lives in `root`' },
      { line: position(document, 'root = ').line, message: 'arena `root` begins here' },
    ]);
    assert.ok(document.isDirty);
    await mendLifetimeError(document);
  });

  await test('a quick fix mends a lifetime error', async () => {
    await plantLifetimeError(document);
    const error = await eventually('the error', () => errors(document)[0]);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      error.range,
    );
    const fix = actions.find(({ title }) => title === 'Copy it into `root`');
    assert.ok(fix?.edit !== undefined, `fixes: ${actions.map(({ title }) => title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await noErrors(document);
    await replace(document, 'f"{1}".clone(root)', '"kept"');
  });

  await test('definition leads to the declaration, in this file and in another', async () => {
    assert.deepEqual(await definition(document, 'example(foo'), {
      file: 'main.arena',
      line: position(document, 'example(obj').line,
    });
    assert.deepEqual(await definition(document, 'Foo, name'), { file: 'model.arena', line: 1 });
  });

  await test('the outline names what the module declares', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      symbols.map((symbol) => symbol.name),
      ['example', 'main'],
    );
  });

  await test('syntax errors while typing keep the rest alive', async () => {
    await replace(document, 'main(): void => {', 'main(): void => { let x = (1 +');
    await eventually('the syntax error', () => errors(document)[0]);
    assert.match(await hoverText(document, position(document, 'example(obj')), /Lifetime/);
    await replace(document, ' let x = (1 +', '');
    await noErrors(document);
  });

  await test('the restart command brings the server back', async () => {
    await vscode.commands.executeCommand('arena.restartServer');
    await answers(document);
  });

  await test('a killed server comes back by itself, with what is unsaved', async () => {
    await plantLifetimeError(document);
    await eventually('the error', () => errors(document)[0]);
    const pids = execFileSync('pgrep', ['-f', 'arenad.cli.Main lsp'], { encoding: 'utf8' }).trim().split('\n');
    const mine = pids.map(Number).filter((pid) => descendsFrom(pid, process.pid));
    assert.equal(mine.length, 1, `servers: ${pids.join(' ')}`);
    process.kill(mine[0] ?? 0, 'SIGKILL');
    await answers(document);
    assert.equal(codeOf(await eventually('the error', () => errors(document)[0])), 'E0306');
    await mendLifetimeError(document);
  });

  await test('an ended daemon is started anew, with what is unsaved', async () => {
    await plantLifetimeError(document);
    await eventually('the error', () => errors(document)[0]);
    execFileSync(join(extension?.extensionPath ?? '', 'server/bin/arenad'), ['stop'], { cwd: folder.uri.fsPath });
    await answers(document);
    await mendLifetimeError(document);
  });

  await test('the tasks of a project are offered', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'arenad' });
    assert.deepEqual(tasks.map((task) => task.name).sort(), ['build', 'check', 'run', 'test', 'watch']);
  });

  writeFileSync(process.env['ARENAD_EDITOR_RESULTS'] ?? 'results.json', JSON.stringify(results));
}

function descendsFrom(pid: number, ancestor: number): boolean {
  for (let at = pid; at > 1; ) {
    if (at === ancestor) {
      return true;
    }
    at = Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(at)], { encoding: 'utf8' }).trim() || '0');
  }
  return false;
}
