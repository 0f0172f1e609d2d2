// The language server's life: found, started, restarted, stopped. One server serves all folders of the window.
import { spawn, type ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  State,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node';
import { discover, isExecutableFile } from './discovery';
import { Restarts } from './restarts';
import type { Status } from './status';

/** How long the connection may take to end after the process, in milliseconds. */
const LINGERING = 1000;

/** How long a server may take to stop in order, in milliseconds. */
const PATIENCE = 3000;

export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private child: ChildProcess | undefined;
  private changes: Promise<void> = Promise.resolve();
  private restarts = new Restarts();

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
    private readonly status: Status,
  ) {}

  /** Starts it, or starts it anew, as somebody has asked for. */
  restart(): Promise<void> {
    this.restarts = new Restarts();
    return this.renew();
  }

  /** Requests are carried out one after the other. */
  private renew(): Promise<void> {
    this.changes = this.changes.then(async () => {
      await this.stopNow();
      this.startNow();
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

  private startNow(): void {
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
    const client = this.clientOf(server, () =>
      started(discovery.path, ['lsp', ...settings.get<string[]>('arguments', [])], environment, folder),
    );
    this.client = client;
    // Not waited for: a server that dies while it starts might leave the request unanswered.
    client.start().catch((error: unknown) => {
      this.log.error(`the language server did not start: ${String(error)}`);
      if (client === this.client) {
        this.status.show({ kind: 'stopped', server });
      }
    });
  }

  /** A client of a server that is not started yet. When the server ends and nobody asked for it, another one is started. */
  private clientOf(server: string, start: () => Promise<ChildProcess>): LanguageClient {
    let noticed = false;
    const ended = (): void => {
      if (!noticed && client === this.client) {
        noticed = true;
        this.startAgain(server);
      }
    };
    const serverOptions: ServerOptions = async () => {
      const child = await start().catch((problem: unknown) => {
        void offerSettings(`Arena: the language server did not start: ${String(problem)}.`);
        throw problem;
      });
      this.child = child;
      child.once('exit', (code, signal) => {
        this.log.info(`the language server ended: ${signal ?? `exit status ${code}`}`);
        setTimeout(ended, LINGERING);
      });
      return child;
    };
    const clientOptions: LanguageClientOptions = {
      documentSelector: [{ scheme: 'file', language: 'arena' }],
      outputChannel: this.log,
      markdown: { isTrusted: false },
      initializationOptions: { showsRelatedInformation: true },
      errorHandler: {
        // A failed write to a server that has died comes before its end is noticed, and says nothing new.
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          setTimeout(ended);
          return { action: CloseAction.DoNotRestart, handled: true, message: 'the connection to the language server ended' };
        },
      },
    };
    const client = new LanguageClient('arena', 'Arena', serverOptions, clientOptions);
    client.onDidChangeState(({ newState }) => {
      if (client === this.client) {
        this.status.show({ kind: kindOf(newState), server });
      }
    });
    return client;
  }

  private startAgain(server: string): void {
    if (this.restarts.again(Date.now())) {
      void this.renew();
    } else {
      this.status.show({ kind: 'stopped', server });
      void offerSettings('Arena: the language server keeps ending and is not started again.');
    }
  }

  private async stopNow(): Promise<void> {
    const { client, child } = this;
    this.client = undefined;
    this.child = undefined;
    try {
      await Promise.race([client?.dispose(), passed(PATIENCE)]);
    } catch (error) {
      this.log.warn(`the language server did not stop in order: ${String(error)}`);
    }
    // Does nothing to one that has ended.
    child?.kill('SIGKILL');
  }
}

function passed(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** The server's process, once it runs. */
function started(
  path: string,
  words: string[],
  environment: NodeJS.ProcessEnv,
  folder: string | undefined,
): Promise<ChildProcess> {
  return new Promise((done, fail) => {
    const child = spawn(path, words, { env: environment, ...(folder === undefined ? {} : { cwd: folder }) });
    child.once('spawn', () => done(child));
    child.once('error', fail);
  });
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
