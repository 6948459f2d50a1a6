// How somebody else comes to the same numbers: the program, the command, the seed, and what each input file was.
import type { Block, Cell } from '../show/document.ts';
import { textCell, type ReportContext } from '../methods/context.ts';
import { dataFacts } from './sample-table.ts';

/** Where a report comes from: what core cannot know, since it reads no file and no call. */
export interface Origin {
  readonly version: string;
  /** As it is typed in the folder of the spec, with the options that are in force. */
  readonly command: string;
  /** SHA-256 of each input, by name. */
  readonly inputs: ReadonlyMap<string, string>;
}

export function repeatBlocks(context: ReportContext, origin: Origin | undefined): readonly Block[] {
  const { words, plan } = context;
  const fact = (name: string, value: string): readonly Cell[] => [textCell(name), textCell(value)];
  const rows: readonly (readonly Cell[])[] = [
    ...(origin === undefined ? [] : [fact(words.program, `StudySpec ${origin.version}`), fact(words.command, origin.command)]),
    ...(plan.data === null ? [] : dataFacts(context)),
    ...[...(origin?.inputs ?? [])].map(([file, hash]) => fact(words.inputHash(file), hash)),
  ];
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'repeat:facts',
      title: words.repeat,
      columns: [
        { title: words.fact, align: 'left' },
        { title: words.value, align: 'left' },
      ],
      rows,
      notes: origin === undefined ? [] : [words.repeatNote],
    },
  ];
}
