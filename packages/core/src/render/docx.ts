// A document as a Word file: headings, tables that Word has as tables, remarks; tables that need it on pages that lie. A picture is in it
// when the host has painted its points: Word wants them beside the drawing.
import { standaloneSvg } from '../draw/standalone.ts';
import type { Block, FigureBlock, NoteBlock, ReportDocument } from '../show/document.ts';
import { wordsIn } from '../words/words.ts';
import { proseText } from './cells.ts';
import { captionOf, captionText, numberedName } from './caption.ts';
import { bookmarks, captionXml, numbersXml } from './docx-caption.ts';
import { figureXml, type Media } from './docx-figure.ts';
import { sectionOf, wordFile } from './docx-package.ts';
import { wordTable, type Writing } from './docx-table.ts';
import { paragraph, run, sentence } from './docx-xml.ts';
import { tablesByAddress, tablesOf, type Held } from './held-numbers.ts';
import { presetOf } from './presets.ts';
import type { Page, Renderer } from './renderers.ts';
import { summaryLines } from './summary.ts';

export const docxRenderer: Renderer = {
  endings: ['docx'],
  pictures: true,
  painted: true,
  terminal: false,
  bytes: true,
  render: renderDocx,
};

/** `wide`: whether its page lies; a heading goes with what follows, a remark with what it follows. */
interface Piece {
  readonly xml: string;
  readonly wide: boolean | 'as the next' | 'as the last';
}

function renderDocx(document: ReportDocument, { pictures }: Page): Uint8Array {
  const words = wordsIn(document.language);
  const preset = presetOf(document.style);
  const media: Media[] = [];
  const held = tablesByAddress(document.blocks, false);
  const writing: DocxWriting = { words, preset, mark: bookmarks(), pictures, media, held };
  const pieces: Piece[] = [
    { xml: paragraph(run(document.title), { style: 'Title' }), wide: 'as the next' },
    ...(document.subtitle === '' ? [] : [{ xml: paragraph(run(document.subtitle), { style: 'Subtitle' }), wide: 'as the next' as const }]),
    ...document.blocks.flatMap((block) => piecesOf(block, writing, 1)),
    { xml: figuresElsewhere(document, writing), wide: 'as the last' },
    { xml: paragraph(run(`${words.notAvailable}${words.sentenceGap}${words.builtBy}`), { style: 'TableNote' }), wide: 'as the last' },
  ];
  const { body, wide } = bodyOf(pieces);
  return wordFile(body, { title: document.title, chinese: words.language === 'zh', wide, preset, media });
}

/** A section ends where pages begin to lie or to stand. */
function bodyOf(pieces: readonly Piece[]): { readonly body: string; readonly wide: boolean } {
  const nextTo = (at: number): Piece['wide'] | undefined => pieces.slice(at).find((one) => one.wide !== 'as the next')?.wide;
  let wide = nextTo(0) === true;
  const written = pieces.map((piece, at) => {
    const next = nextTo(at);
    const wanted = piece.wide === 'as the last' ? wide : piece.wide === 'as the next' ? (next === 'as the last' ? wide : next) : piece.wide;
    const turned = (wanted ?? wide) !== wide;
    const end = turned ? paragraph('', { style: 'TableNote', section: sectionOf(wide) }) : '';
    if (turned) wide = !wide;
    return end + piece.xml;
  });
  return { body: written.join(''), wide };
}

interface DocxWriting extends Writing {
  readonly pictures: Page['pictures'];
  /** Filled while the pieces are made. */
  readonly media: Media[];
  readonly held: Held;
}

function piecesOf(block: Block, writing: DocxWriting, level: number): Piece[] {
  switch (block.kind) {
    case 'section':
      if (block.folded === true) return [];
      return [
        { xml: paragraph(run(block.title), { style: `Heading${Math.min(3, level)}` }), wide: 'as the next' },
        ...block.blocks.flatMap((inner) => piecesOf(inner, writing, level + 1)),
      ];
    case 'note':
      return [{ xml: remark(block), wide: 'as the last' }];
    case 'summary':
      return summaryLines(block).map(({ mark, text }) => ({
        xml: paragraph(run(mark === '' ? '' : `${mark} `, { strong: true }) + run(text), { style: 'Remark' }),
        wide: 'as the last',
      }));
    case 'paragraph':
      return [{ xml: paragraph(run(proseText(block)), { style: 'Prose' }), wide: 'as the last' }];
    case 'figure': {
      const above = writing.preset.figureCaption === 'above';
      const picture = figureXml(block, writing.pictures, writing.media.length / 2 + 1, !above);
      if (picture === null) return [];
      writing.media.push(...picture.media);
      const caption = captionXml(block, writing, 0, above);
      const numbers = numbersXml(tablesOf(block, writing.held), writing, 'TableNote');
      return [{ xml: (above ? caption + picture.xml : picture.xml + caption) + numbers, wide: false }];
    }
    case 'table':
      return [wordTable(block, writing)];
  }
}

/** Which pictures the report has elsewhere, and where. */
function figuresElsewhere(document: ReportDocument, { words, pictures }: DocxWriting): string {
  const within = (block: Block): FigureBlock[] =>
    block.kind === 'section' ? block.blocks.flatMap(within) : block.kind === 'figure' ? [block] : [];
  const captions = document.blocks
    .flatMap(within)
    .filter(({ svg }) => pictures === undefined || !pictures.has(standaloneSvg(svg)))
    .map((figure) => captionText(captionOf(words, numberedName(words, figure), figure.title)));
  if (captions.length === 0) return '';
  return [words.figuresElsewhere, ...captions].map((text) => paragraph(run(text), { style: 'Remark' })).join('');
}

function remark({ text, code, help, parts }: NoteBlock): string {
  const named = code === undefined ? '' : run(`${code} `, { strong: true });
  const said = `${named}${sentence(text)}${help === undefined ? '' : sentence(` ${help}`)}`;
  const list = (parts ?? []).map((part) =>
    paragraph(run(`${part.code} `, { strong: true }) + sentence(part.text), { style: 'Remark', left: 560, hanging: 280 }),
  );
  return paragraph(said, { style: 'Remark' }) + list.join('');
}
