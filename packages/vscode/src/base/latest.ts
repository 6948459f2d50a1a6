// Waits until asking calms down, then asks once; an answer that a later question overtook is dropped. No editor in here.

export interface Latest<Question> {
  /** Asks soon: after `delay` milliseconds without another question. */
  ask(question: Question): void;
  dispose(): void;
}

export function latest<Question, Answer>(
  delay: number,
  find: (question: Question, signal: AbortSignal) => Promise<Answer>,
  show: (answer: Answer, question: Question) => void,
  fail: (error: unknown) => void,
): Latest<Question> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;
  const run = async (question: Question): Promise<void> => {
    const own = new AbortController();
    running = own;
    try {
      const answer = await find(question, own.signal);
      if (!own.signal.aborted) show(answer, question);
    } catch (error) {
      if (!own.signal.aborted) fail(error);
    }
  };
  return {
    ask(question) {
      clearTimeout(timer);
      // At once: an answer that comes before the next question is asked would take its place for whoever asks again by what is shown.
      running?.abort();
      timer = setTimeout(() => {
        void run(question);
      }, delay);
    },
    dispose() {
      clearTimeout(timer);
      running?.abort();
    },
  };
}
