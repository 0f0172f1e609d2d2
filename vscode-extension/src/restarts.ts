// What happens when the connection to the server fails. Knows nothing of VS Code, so that it can be tested alone.

/** How often a server that keeps ending is started again, and within what time, in milliseconds. */
const LIMIT = 5;
const WINDOW = 3 * 60 * 1000;

/** Counts the ends of a server that nobody asked for. */
export class Restarts {
  private ends: number[] = [];

  /** Notes an end; whether the server is to be started again. */
  again(now: number): boolean {
    this.ends = [...this.ends.filter((end) => now - end < WINDOW), now];
    return this.ends.length <= LIMIT;
  }
}
