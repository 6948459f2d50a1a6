// Whether a completion list shows itself or was asked for. Editors do not say: they ask in the same words when a letter was typed and when
// somebody presses the key for it. So the first question at what was just typed is the editor's own; a second one is a person's.
import { CompletionTriggerKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

export interface TypingMemory {
  typed(path: string, version: number, offset: number): void;
  /** Where typing stands when the question belongs to it (more letters may have come since it was asked); null when somebody asked. */
  goesOn(path: string, document: TextDocument, offset: number, kind: CompletionTriggerKind): number | null;
  forget(path: string): void;
}

const lettersOnly = /^[\p{L}\p{M}\p{N}_]+$/u;

export function typingMemory(): TypingMemory {
  const last = new Map<string, { readonly version: number; readonly offset: number; answered: boolean }>();
  return {
    typed(path, version, offset) {
      last.set(path, { version, offset, answered: false });
    },
    goesOn(path, document, offset, kind) {
      const typed = last.get(path);
      // Where no word is begun, editors ask of their own accord by naming the character that was typed.
      if (
        typed === undefined ||
        typed.version !== document.version ||
        typed.offset < offset ||
        !lettersOnly.test(document.getText().slice(offset - 1, typed.offset))
      )
        return null;
      const again = typed.answered;
      typed.answered = true;
      return kind === CompletionTriggerKind.TriggerForIncompleteCompletions || !again ? typed.offset : null;
    },
    forget(path) {
      last.delete(path);
    },
  };
}
