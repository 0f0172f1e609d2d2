// The status bar item: quiet when all is well, words only when something is going on or wrong.
import * as vscode from 'vscode';

export type Health =
  | { readonly kind: 'restricted' }
  | { readonly kind: 'missing'; readonly reason: string }
  | { readonly kind: 'starting'; readonly server: string }
  | { readonly kind: 'running'; readonly server: string }
  | { readonly kind: 'stopped'; readonly server: string };

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('arena.status', vscode.StatusBarAlignment.Right, 10);
  private health: Health | undefined;

  constructor() {
    this.item.name = 'Arena';
  }

  show(health: Health): void {
    this.health = health;
    this.refresh();
  }

  /** Draws it again, after a change of settings. */
  refresh(): void {
    if (this.health === undefined || !vscode.workspace.getConfiguration('arena').get('statusBar.show', true)) {
      this.item.hide();
      return;
    }
    const { text, tooltip, command, background } = appearance(this.health);
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.command = command;
    this.item.backgroundColor = background === undefined ? undefined : new vscode.ThemeColor(background);
    this.item.accessibilityInformation = { label: `Arena: ${this.health.kind}` };
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
  }
}

interface Appearance {
  readonly text: string;
  readonly tooltip: vscode.MarkdownString;
  readonly command: string;
  readonly background?: string;
}

function appearance(health: Health): Appearance {
  switch (health.kind) {
    case 'restricted':
      return {
        text: '$(shield) arena: highlighting only',
        tooltip: markdown('In Restricted Mode the language server is not started.\n\n[Manage Workspace Trust](command:workbench.trust.manage)'),
        command: 'workbench.trust.manage',
      };
    case 'missing':
      return {
        text: '$(error) arena: no server',
        tooltip: markdown(`No language server: ${health.reason}.\n\n${LINKS}`),
        command: 'arena.openLog',
        background: 'statusBarItem.errorBackground',
      };
    case 'starting':
      return { text: '$(sync~spin) arena', tooltip: markdown(`Starting ${health.server}\n\n${LINKS}`), command: 'arena.openLog' };
    case 'running':
      return { text: '$(symbol-namespace) arena', tooltip: markdown(`Running ${health.server}\n\n${LINKS}`), command: 'arena.openLog' };
    case 'stopped':
      return {
        text: '$(warning) arena: stopped',
        tooltip: markdown(`The language server is not running: ${health.server}\n\n${LINKS}`),
        command: 'arena.openLog',
        background: 'statusBarItem.warningBackground',
      };
  }
}

const LINKS =
  '[Open Log](command:arena.openLog) · [Restart](command:arena.restartServer) · [Settings](command:workbench.action.openSettings?%22arena%22)';

function markdown(text: string): vscode.MarkdownString {
  const result = new vscode.MarkdownString(text);
  result.isTrusted = {
    enabledCommands: ['arena.openLog', 'arena.restartServer', 'workbench.action.openSettings', 'workbench.trust.manage'],
  };
  return result;
}
