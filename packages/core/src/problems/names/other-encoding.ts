// A spec or a table that is not in UTF-8.
import { defineProblem } from '../problem.ts';
import { files, spec } from './example.ts';

/** `encoding`: what it was read in; null where letters of it were lost. `guessed`: no mark says it. */
export const otherEncoding = defineProblem<{ file: string; encoding: string | null; guessed: boolean }>({
  code: 'SS262',
  name: 'other-encoding',
  severity: 'warning',
  title: 'A text that is not in UTF-8',
  message: ({ file, encoding, guessed }) =>
    encoding === null
      ? `Some letters of "${file}" are lost: they were not in UTF-8, and were read as "\ufffd".`
      : `"${file}" is in ${encoding}, not in UTF-8${guessed ? ' (that is what its letters look like)' : ''}; it is read as ${encoding}.`,
  help: ({ encoding }) =>
    encoding === null
      ? 'In VS Code: "Reopen with Encoding" (GB 18030, for a file of a Chinese Windows), then "Save with Encoding", UTF-8.'
      : 'Save it as UTF-8: in Notepad "Save as", with the encoding UTF-8; in VS Code "Save with Encoding".',
  explanation: `Specs are texts in UTF-8. Notepad on a Chinese Windows saves *ANSI*, which is GBK, or *Unicode*, which is UTF-16. Such a
file is recognised, as data are, and read; but what its letters are is then a guess, another program may read other letters, and an
editor that opens it as UTF-8 shows \`\ufffd\` in their place and loses them when it saves.`,
  example: {
    command: 'check',
    wrong: spec('indicator a "Was \ufffd\ufffd gut" on agreement'),
    right: spec('indicator a "Wäre gut" on agreement'),
    files,
  },
});
