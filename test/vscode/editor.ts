// A stand-in for the editor's API, as much of it as the commands use: it answers dialogs as it is told to, and remembers what was said.

export interface Said {
  readonly kind: 'information' | 'warning' | 'error';
  readonly text: string;
  readonly buttons: readonly string[];
}

/** What the next dialogs answer, and what was said, run and opened. A test sets it back with `quietEditor`. */
export const editor = {
  language: 'en',
  remoteName: undefined as string | undefined,
  trusted: true,
  picked: null as string | null,
  saveAs: null as string | null,
  folder: null as string | null,
  /** The button that is chosen wherever there is one of this name. */
  button: null as string | null,
  offered: [] as string[],
  said: [] as Said[],
  executed: [] as (readonly unknown[])[],
  opened: [] as string[],
  log: [] as string[],
  proposed: [] as string[],
};
const fresh = structuredClone(editor);
export function quietEditor(): void {
  Object.assign(editor, structuredClone(fresh));
}

class Uri {
  constructor(readonly fsPath: string) {}
  static file = (path: string): Uri => new Uri(path);
  get path(): string {
    return this.fsPath;
  }
  toString = (): string => `file://${this.fsPath}`;
}

const say =
  (kind: Said['kind']) =>
  (text: string, ...buttons: string[]): Promise<string | undefined> => {
    editor.said.push({ kind, text, buttons });
    return Promise.resolve(editor.button !== null && buttons.includes(editor.button) ? editor.button : undefined);
  };

export const log = {
  error: (text: string) => editor.log.push(text),
  info: (text: string) => editor.log.push(text),
  show: (): void => undefined,
};

/** The module, for `vi.mock('vscode', …)`. */
export const api = {
  Uri,
  ProgressLocation: { Window: 10, Notification: 15 },
  UIKind: { Desktop: 1, Web: 2 },
  env: {
    get language() {
      return editor.language;
    },
    get remoteName() {
      return editor.remoteName;
    },
    uiKind: 1,
    openExternal: (uri: Uri) => {
      editor.opened.push(uri.fsPath);
      return Promise.resolve(true);
    },
  },
  l10n: { t: (text: string, ...given: unknown[]) => text.replaceAll(/\{(\d)\}/gu, (_, at: string) => String(given[Number(at)])) },
  workspace: {
    get isTrusted() {
      return editor.trusted;
    },
    getConfiguration: () => ({ get: (_: string, otherwise: unknown) => otherwise }),
  },
  commands: {
    executeCommand: (...given: unknown[]) => {
      editor.executed.push(given);
      return Promise.resolve();
    },
  },
  window: {
    showInformationMessage: say('information'),
    showWarningMessage: say('warning'),
    showErrorMessage: say('error'),
    showQuickPick: (items: readonly { readonly label: string }[]) => {
      editor.offered = items.map(({ label }) => label);
      return Promise.resolve(items.find(({ label }) => label === editor.picked));
    },
    showSaveDialog: ({ defaultUri }: { readonly defaultUri: Uri }) => {
      editor.proposed.push(defaultUri.fsPath);
      return Promise.resolve(editor.saveAs === null ? undefined : new Uri(editor.saveAs));
    },
    showOpenDialog: () => Promise.resolve(editor.folder === null ? undefined : [new Uri(editor.folder)]),
    withProgress: (_: unknown, run: (progress: unknown, token: unknown) => unknown) =>
      Promise.resolve(run({}, { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) })),
  },
};
