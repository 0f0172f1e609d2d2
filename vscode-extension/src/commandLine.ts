// The command lines of tasks. Knows nothing of VS Code, so that it can be tested alone.

export const TASK_COMMANDS = ['check', 'build', 'run', 'test', 'watch'] as const;
export type TaskCommand = (typeof TASK_COMMANDS)[number];

/** What a task in `tasks.json` says. */
export interface TaskWords {
  readonly command: TaskCommand;
  readonly path?: string;
  readonly arguments?: readonly string[];
}

/** Reads a task's definition; undefined when it is not one of ours. */
export function taskWords(definition: Readonly<Record<string, unknown>>): TaskWords | undefined {
  const command = TASK_COMMANDS.find((each) => each === definition['command']);
  if (definition['type'] !== 'arenad' || command === undefined) {
    return undefined;
  }
  const path = definition['path'];
  const rest = definition['arguments'];
  return {
    command,
    ...(typeof path === 'string' ? { path } : {}),
    ...(Array.isArray(rest) ? { arguments: rest.map(String) } : {}),
  };
}

export function argumentsOf(words: TaskWords): string[] {
  return [words.command, ...(words.path === undefined ? [] : [words.path]), ...(words.arguments ?? [])];
}
