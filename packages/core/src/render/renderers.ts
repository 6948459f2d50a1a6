// Every form in which a document leaves: the one list that commands, their help and their messages are made of. How each is written stands
// in its own file. Results for programs (JSON) are no document: json.ts.
import type { Paint } from './text.ts';
import type { ReportDocument } from '../show/document.ts';
import { csvRenderer } from './csv.ts';
import { docxRenderer } from './docx.ts';
import { htmlRenderer } from './html.ts';
import { latexRenderer } from './latex-report.ts';
import { markdownRenderer } from './markdown.ts';
import { textRenderer } from './text.ts';
import { workbookRenderer } from './workbook.ts';

/** Where a document goes; a form that has no width or colours does not ask. */
export interface Page {
  /** Columns of a terminal or text file. */
  readonly width: number;
  readonly paint?: Paint;
  /** The pictures of the document as points (PNG), by their drawings as files of their own: for forms that hold pictures. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  /** Where they stand beside the file, for forms that name them. */
  readonly folder?: string;
}

export interface Renderer {
  /** Endings of file names that ask for it, the usual one first. */
  readonly endings: readonly [string, ...string[]];
  /** Whether pictures have a place in it: else none is drawn. */
  readonly pictures: boolean;
  /** It takes pictures as points, no larger than its page (`printedDocument`): the host paints them. */
  readonly painted?: true;
  /** Whether it is wrapped at the width of a terminal and coloured there. */
  readonly terminal: boolean;
  /** A file that is no text: it goes into a file only. */
  readonly bytes?: true;
  readonly render: (document: ReportDocument, page: Page) => string | Uint8Array;
}

export const renderers = {
  text: textRenderer,
  html: htmlRenderer,
  markdown: markdownRenderer,
  latex: latexRenderer,
  csv: csvRenderer,
  xlsx: workbookRenderer,
  docx: docxRenderer,
} as const satisfies Readonly<Record<string, Renderer>>;

/** A form of a document, or the results themselves. */
export type ReportFormat = keyof typeof renderers | 'json';

/** All of them, as help and messages name them. */
const [plainest, ...others] = Object.keys(renderers) as (keyof typeof renderers)[];
export const reportFormats: readonly ReportFormat[] = [plainest!, 'json', ...others];

/** Which form the ending of a file name asks for; undefined for one that none has. */
export function formatOfEnding(ending: string): ReportFormat | undefined {
  if (ending === 'json') return 'json';
  return Object.entries<Renderer>(renderers).find(([, { endings }]) => endings.includes(ending))?.[0] as ReportFormat | undefined;
}

/** `.txt`, as messages name it. */
export function usualEnding(format: ReportFormat): string {
  return format === 'json' ? '.json' : `.${renderers[format].endings[0]}`;
}
