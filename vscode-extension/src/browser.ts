// The extension's entry in a browser, where no server can be started: it says so.
import * as vscode from 'vscode';

export function activate(context: vscode.ExtensionContext): void {
  const item = vscode.window.createStatusBarItem('arena.status', vscode.StatusBarAlignment.Right, 10);
  item.name = 'Arena';
  item.text = 'arena: highlighting only';
  item.tooltip = 'In the browser the Arena language server cannot be started.';
  item.show();
  context.subscriptions.push(item);
}
