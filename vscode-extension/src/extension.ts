// The extension's entry on the desktop and on a remote host. Activation does not wait for the server.
import * as vscode from 'vscode';
import { Server } from './server';
import { Status } from './status';
import { Tasks } from './tasks';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Arena', { log: true });
  const status = new Status();
  const started = new Server(context, log, status);
  server = started;
  context.subscriptions.push(
    log,
    status,
    vscode.commands.registerCommand('arena.restartServer', () => started.restart()),
    vscode.commands.registerCommand('arena.openLog', () => log.show()),
    vscode.tasks.registerTaskProvider('arenad', new Tasks(context.extensionPath)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => started.restart()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('arena.statusBar')) {
        status.refresh();
      }
      if (change.affectsConfiguration('arena.server')) {
        void started.restart();
      }
    }),
  );
  void started.restart();
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
