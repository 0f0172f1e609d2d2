// `arenad check`, `build`, `run`, `test` and `watch` as tasks, with their diagnostics in the problems view.
import * as vscode from 'vscode';
import { TASK_COMMANDS, argumentsOf, taskWords, type TaskWords } from './commandLine';
import { discover, isExecutableFile } from './discovery';

export class Tasks implements vscode.TaskProvider {
  constructor(private readonly extensionFolder: string) {}

  async provideTasks(): Promise<vscode.Task[]> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const tasks: vscode.Task[] = [];
    for (const folder of folders) {
      if (await isProject(folder)) {
        tasks.push(...TASK_COMMANDS.map((command) => this.task({ type: 'arenad', command }, { command }, folder)));
      }
    }
    return tasks;
  }

  resolveTask(task: vscode.Task): vscode.Task | undefined {
    const words = taskWords(task.definition);
    return words === undefined ? undefined : this.task(task.definition, words, task.scope);
  }

  private task(
    definition: vscode.TaskDefinition,
    words: TaskWords,
    scope: vscode.WorkspaceFolder | vscode.TaskScope | undefined,
  ): vscode.Task {
    const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
    const options = folder === undefined ? {} : { cwd: folder.uri.fsPath };
    const execution = new vscode.ProcessExecution(this.program(folder), argumentsOf(words), options);
    const task = new vscode.Task(
      definition,
      folder ?? vscode.TaskScope.Workspace,
      words.command,
      'arenad',
      execution,
      words.command === 'watch' ? '$arenad-watch' : '$arenad',
    );
    task.isBackground = words.command === 'watch';
    if (words.command === 'build') {
      task.group = vscode.TaskGroup.Build;
    } else if (words.command === 'test') {
      task.group = vscode.TaskGroup.Test;
    }
    return task;
  }

  /** The same program that serves the editor; when there is none, the shell's complaint names what is missing. */
  private program(folder: vscode.WorkspaceFolder | undefined): string {
    const discovery = discover({
      setting: vscode.workspace.getConfiguration('arena.server').get('path', ''),
      workspaceFolder: folder?.uri.fsPath,
      environment: process.env,
      extensionFolder: this.extensionFolder,
      isExecutable: isExecutableFile,
    });
    return discovery.found ? discovery.path : 'arenad';
  }
}

async function isProject(folder: vscode.WorkspaceFolder): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder.uri, 'arena.toml'));
    return true;
  } catch {
    return false;
  }
}
