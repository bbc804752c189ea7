/** Runs tasks one after the other, while whoever gives them may be one ahead: the next is prepared while one is under way. */
export class OneAhead {
  #running: Promise<void> = Promise.resolve();

  /** Waits for the task before, whose failure rises here, and begins this one without waiting for it. */
  async begin(task: () => Promise<void>): Promise<void> {
    await this.#running;
    this.#running = task();
    // A failure is told to whoever waits next; until then it is not unhandled.
    this.#running.catch(() => {});
  }

  /** Waits for the last task. */
  finish(): Promise<void> {
    return this.#running;
  }
}
