// The language server's life: found, started, restarted, stopped. One server serves all folders of the window.
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  State,
  type ErrorHandler,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node';
import { discover, isExecutableFile } from './discovery';
import { Restarts } from './restarts';
import type { Status } from './status';

export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private changes: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
    private readonly status: Status,
  ) {}

  /** Starts it, or starts it anew. Requests are carried out one after the other. */
  restart(): Promise<void> {
    this.changes = this.changes.then(async () => {
      await this.stopNow();
      await this.startNow();
    });
    return this.changes;
  }

  stop(): Promise<void> {
    this.changes = this.changes.then(() => this.stopNow());
    return this.changes;
  }

  dispose(): void {
    void this.stop();
  }

  private async startNow(): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      this.status.show({ kind: 'restricted' });
      return;
    }
    const settings = vscode.workspace.getConfiguration('arena.server');
    const environment = { ...process.env, ...settings.get<Record<string, string>>('environment', {}) };
    const folder = vscode.workspace.workspaceFolders?.find((each) => each.uri.scheme === 'file')?.uri.fsPath;
    const discovery = discover({
      setting: settings.get('path', ''),
      workspaceFolder: folder,
      environment,
      extensionFolder: this.context.extensionPath,
      isExecutable: isExecutableFile,
    });
    if (!discovery.found) {
      this.log.error(`no language server: ${discovery.reason}`);
      this.status.show({ kind: 'missing', reason: discovery.reason });
      void offerSettings(`Arena: ${discovery.reason}.`);
      return;
    }
    const server = `${discovery.path} (${discovery.reason})`;
    this.log.info(`starting ${server}`);
    const serverOptions: ServerOptions = {
      command: discovery.path,
      args: ['lsp', ...settings.get<string[]>('arguments', [])],
      options: { env: environment, ...(folder === undefined ? {} : { cwd: folder }) },
    };
    const clientOptions: LanguageClientOptions = {
      documentSelector: [{ scheme: 'file', language: 'arena' }],
      outputChannel: this.log,
      markdown: { isTrusted: false },
      initializationOptions: { showsRelatedInformation: true },
      errorHandler: errorHandler(),
    };
    const client = new LanguageClient('arena', 'Arena', serverOptions, clientOptions);
    client.onDidChangeState(({ newState }) => {
      if (client === this.client) {
        this.status.show({ kind: kindOf(newState), server });
      }
    });
    this.client = client;
    try {
      await client.start();
    } catch (error) {
      this.log.error(`the language server did not start: ${String(error)}`);
      this.status.show({ kind: 'stopped', server });
      void offerSettings('Arena: the language server did not start.');
    }
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client === undefined) {
      return;
    }
    try {
      await client.dispose();
    } catch (error) {
      this.log.warn(`the language server did not stop in order: ${String(error)}`);
    }
  }
}

/** Goes by the end of the connection alone: a failed write to a server that has died comes before its end is noticed. */
function errorHandler(): ErrorHandler {
  const restarts = new Restarts();
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () =>
      restarts.again(Date.now())
        ? { action: CloseAction.Restart }
        : {
            action: CloseAction.DoNotRestart,
            message: 'Arena: the language server keeps ending and is not started again; its log says why.',
          },
  };
}

function kindOf(state: State): 'running' | 'starting' | 'stopped' {
  switch (state) {
    case State.Running:
      return 'running';
    case State.Starting:
      return 'starting';
    default:
      return 'stopped';
  }
}

async function offerSettings(message: string): Promise<void> {
  const answer = await vscode.window.showErrorMessage(message, 'Open Settings', 'Open Log');
  if (answer === 'Open Settings') {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'arena.server');
  } else if (answer === 'Open Log') {
    await vscode.commands.executeCommand('arena.openLog');
  }
}
