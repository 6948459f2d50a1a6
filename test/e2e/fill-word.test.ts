// Word manuscripts with numbers, tables and pictures put in: found however Word has cut them, looking as they did, remembered so that they
// can be renewed, and nothing else of the file touched.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { answers, declared, models } from '../support/cli.ts';
import { call, madeFolder } from '../support/in-process.ts';
import { unzip } from '../support/unzip.ts';
import { bytesOf, zip } from '../support/zip.ts';
import { edited, paragraph, partOf, run, section, textOf, wordManuscript, type Manuscript } from '../support/word-manuscript.ts';

vi.mock('../../packages/cli/src/base/streams.ts', async (original) => (await import('../support/caught-streams.ts')).streamsInto(original));
// Painting takes seconds, and has tests of its own.
vi.mock('../../packages/cli/src/host/paint.ts', () => ({
  paintedDrawings: (drawings: readonly string[]) => Promise.resolve(new Map(drawings.map((svg) => [svg, Buffer.from(`points of ${svg}`)]))),
}));

const folder = madeFolder();
afterAll(folder.remove);
const write = (name: string, bytes: Uint8Array): void => {
  writeFileSync(folder.at(name), bytes);
};
const read = (name: string): Buffer => readFileSync(folder.at(name));
const put = (name: string, manuscript: Manuscript | string): void => {
  write(name, wordManuscript(typeof manuscript === 'string' ? { body: manuscript } : manuscript));
};
const fill = (manuscript: string, ...more: string[]) => call('fill', folder.at(manuscript), folder.at('s.study'), '--lang', 'en', ...more);
const bodyOf = (name: string): string => partOf(read(name), 'word/document.xml');
const moved = answers.replace('\n5,1,2,1,1,12.48,2', '\n5,1,2,1,1,3.2,2');
const query = async (address: string): Promise<number> =>
  (JSON.parse((await call('query', folder.at('s.study'), address, '--json')).out) as Record<string, number>)[address]!;

beforeAll(() => {
  folder.write({ 's.study': declared() + models });
});
beforeEach(() => {
  folder.write({ 'd.csv': answers });
});

describe('numbers in a Word file', () => {
  it('are found over runs that Word has cut, and look as their first run does', async () => {
    const kmo = (await query('I.kmo')).toFixed(2);
    put(
      'cut.docx',
      paragraph(
        run('The KMO is '),
        run('{{ I', '<w:b/>'),
        '<w:proofErr w:type="spellStart"/>',
        run('.km', '<w:b/><w:color w:val="FF0000"/>'),
        run('o | 2 }', '<w:b/>'),
        '<w:proofErr w:type="spellEnd"/>',
        run('}, good &amp; {{ R.I.p | p }}; R² {{R.I.r2|percent}}; β {{ R.x.beta(g.v) | 2 }}.'),
      ),
    );
    expect(await fill('cut.docx')).toMatchObject({ code: 0, err: expect.stringMatching(/cut\.filled\.docx: 4 numbers\./u) as string });
    const body = bodyOf('cut.filled.docx');
    const r2 = ((await query('R.I.r2')) * 100).toFixed(1);
    expect(textOf(body)[0]).toBe(`The KMO is ${kmo}, good &amp; p < .001; R² ${r2}%; β −0.22.`);
    expect(body).toContain(
      '<w:tag w:val="studyspec:I.kmo | 2"/></w:sdtPr><w:sdtContent><w:r w:rsidRPr="00A1B2C3"><w:rPr><w:b/></w:rPr>' +
        `<w:t xml:space="preserve">${kmo}</w:t></w:r></w:sdtContent>`,
    );
    expect(body).toContain('<w:rPr><w:i/></w:rPr><w:t xml:space="preserve">p</w:t></w:r>');
    // Nothing is left of the runs that held braces only.
    expect(body).not.toMatch(/<w:t[^>]*><\/w:t>|FF0000|\u0001/u);
  });

  it('are filled in cells, notes, headers and moved text alike, with the quotation marks and blanks that Word makes', async () => {
    put('everywhere.docx', {
      body:
        `<w:tbl><w:tr><w:tc>${paragraph(run('{{ I.kmo | 3 }}'))}</w:tc></w:tr></w:tbl>` +
        paragraph(run('{{\u00A0I.score(“5”) | 4\u00A0}}'), '<w:moveFrom w:id="7"><w:r><w:t>{{ I.kmo</w:t></w:r></w:moveFrom>') +
        paragraph(run('\\{{ I.kmo }} {{&lt; shortcode }} {{{ x }}}')),
      header: paragraph(run('n = {{ R.I.n }}')),
      footnote: paragraph(run('Bartlett {{ I.bartlett.df }}')),
    });
    expect((await fill('everywhere.docx')).err).toContain('4 numbers.');
    const score = (JSON.parse((await call('query', folder.at('s.study'), 'I.score("5")', '--json')).out) as Record<string, number>)[
      'I.score("5")'
    ]!;
    const kmo = (await query('I.kmo')).toFixed(3);
    expect(textOf(bodyOf('everywhere.filled.docx')).slice(0, 3)).toEqual([
      kmo,
      `${score.toFixed(4).replace('-', '−')}{{ I.kmo`,
      '\\{{ I.kmo }} {{< shortcode }} {{{ x }}}',
    ]);
    expect(textOf(partOf(read('everywhere.filled.docx'), 'word/header1.xml'))[0]).toBe('n = 40');
    expect(textOf(partOf(read('everywhere.filled.docx'), 'word/footnotes.xml'))[0]).toBe('Bartlett 6');
  });

  it('leave every other part as it was, byte for byte, and the file the same a second time', async () => {
    const more = { 'word/theme/theme1.xml': bytesOf('<a/>'), 'word/media/a.png': Uint8Array.from([137, 80, 1, 2, 255]) };
    put('parts.docx', { body: paragraph(run('{{ I.kmo }}')) + paragraph(run('{{ I.kmo'), '<w:r><w:br/></w:r>', run('}}')), more });
    expect((await fill('parts.docx')).code).toBe(0);
    const [before, after] = [unzip(read('parts.docx')), unzip(read('parts.filled.docx'))];
    const touched = ['[Content_Types].xml', 'word/document.xml', 'word/_rels/document.xml.rels'];
    expect([...before].flatMap(([name, text]) => (after.get(name) === text ? [] : [name]))).toEqual(touched.slice(1));
    expect([...after.keys()].filter((name) => !before.has(name))).toEqual(['customXml/studyspec.xml']);
    const once = read('parts.filled.docx');
    expect((await fill('parts.docx')).code).toBe(0);
    expect(read('parts.filled.docx').equals(once)).toBe(true);
    expect(await fill('parts.docx', '--check')).toMatchObject({ code: 0 });
  });
});

describe('tables and pictures in a Word file', () => {
  const own = paragraph('<w:r><w:instrText xml:space="preserve"> SEQ Table \\* ARABIC </w:instrText></w:r>');
  const whole = (): string =>
    own +
    paragraph(run('{{ table:R }}')) +
    paragraph(run('between')) +
    paragraph(run('{{ table:I:loadings }}')) +
    paragraph(run('{{ figure:scree }}'));

  it('are real ones, as wide as the text, in the styles of the document, counted on from its captions', async () => {
    put('tables.docx', whole());
    expect((await fill('tables.docx')).code).toBe(0);
    const body = bodyOf('tables.filled.docx');
    const tables = body.match(/<w:tbl>.*?<\/w:tbl>/gu)!;
    expect(tables).toHaveLength(2);
    for (const table of tables)
      expect([...table.matchAll(/<w:gridCol w:w="(\d+)"/gu)].reduce((sum, [, width]) => sum + Number(width), 0)).toBe(9360);
    const text = textOf(body);
    expect(text.some((line) => line.startsWith('Table 2.'))).toBe(true);
    expect(text.some((line) => line.startsWith('Table 3.'))).toBe(true);
    expect(text.some((line) => line.startsWith('Figure 1.'))).toBe(true);
    // Its own caption style under its own id; those it has not are added.
    expect(body).toContain('<w:pStyle w:val="a3"/>');
    const styles = partOf(read('tables.filled.docx'), 'word/styles.xml');
    for (const [, style] of body.matchAll(/<w:pStyle w:val="([^"]*)"/gu)) expect(styles).toContain(`w:styleId="${style}"`);
    expect(styles.match(/w:styleId="TableText"/gu)).toHaveLength(1);
    // The picture, its relation and its type.
    const relations = partOf(read('tables.filled.docx'), 'word/_rels/document.xml.rels');
    for (const [, id] of body.matchAll(/r:embed="([^"]*)"/gu)) {
      const target = new RegExp(`Id="${id}"[^>]*Target="([^"]*)"`, 'u').exec(relations)![1]!;
      expect(unzip(read('tables.filled.docx')).has(`word/${target}`)).toBe(true);
    }
    expect(partOf(read('tables.filled.docx'), '[Content_Types].xml')).toContain('Extension="svg" ContentType="image/svg+xml"');
    expect(
      [...unzip(read('tables.filled.docx')).keys()]
        .filter((name) => name.startsWith('word/media/'))
        .map((name) => name.slice(-3))
        .sort(),
    ).toEqual(['png', 'svg']);
    expect(body.match(/<w:p>|<w:p /gu)!.length).toBe(body.match(/<\/w:p>/gu)!.length);
    expect(body.endsWith(`${section}</w:body></w:document>`)).toBe(true);
  });

  it('keep the marks and the section that their paragraph held', async () => {
    const marks = '<w:bookmarkStart w:id="1" w:name="mine"/><w:bookmarkEnd w:id="1"/>';
    put('marks.docx', `<w:p><w:pPr>${section}</w:pPr>${marks}${run('{{ table:C }}')}</w:p>`);
    expect((await fill('marks.docx')).code).toBe(0);
    const body = bodyOf('marks.filled.docx');
    expect(body).toContain(`<w:body>${marks}<w:sdt>`);
    expect(body).toContain(`</w:sdt><w:p><w:pPr>${section}</w:pPr></w:p>`);
    // No id of a bookmark twice.
    const ids = [...body.matchAll(/<w:bookmarkStart w:id="(\d+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a Word file that was filled', () => {
  const body =
    paragraph(run('x {{ C.x.mean(g.v) | 2 }}, I {{ I.kmo | 2 }}')) + paragraph(run('{{ table:R }}')) + paragraph(run('{{ figure:scree }}'));

  it('is filled itself: its numbers follow the data, what its author wrote and how it looks stays', async () => {
    put('again.docx', body);
    expect((await fill('again.docx')).code).toBe(0);
    const before = bodyOf('again.filled.docx');
    write(
      'again.filled.docx',
      edited(read('again.filled.docx'), 'word/document.xml', (text) =>
        text
          .replace('>x <', '>By hand: x <')
          .replace('</w:sdtContent></w:sdt><w:r w:rsidRPr="00A1B2C3"><w:t xml:space="preserve">, I ', (all) => all),
      ),
    );
    expect(await fill('again.filled.docx', '--check')).toMatchObject({ code: 0 });
    // Word has counted its captions anew; filling it once more changes nothing else.
    write(
      'again.filled.docx',
      edited(read('again.filled.docx'), 'word/document.xml', (text) => text.replace('<w:t xml:space="preserve">1</w:t>', '<w:t>4</w:t>')),
    );
    expect((await fill('again.filled.docx')).code).toBe(0);
    const once = read('again.filled.docx');
    expect(partOf(once, 'customXml/studyspec.xml')).toContain('made of again.docx and s.study');
    expect((await fill('again.filled.docx')).code).toBe(0);
    expect(read('again.filled.docx').equals(once)).toBe(true);
    folder.write({ 'd.csv': moved });
    const said = await fill('again.filled.docx', '--check');
    expect(said).toMatchObject({ code: 1, out: expect.stringContaining('  C.x.mean(g.v) | 2: 10.04 → 9.33\n') as string });
    expect(said.out).not.toContain('I.kmo');
    expect(said.out).toContain('table:R:coefficients › R.x.beta(a): ');
    expect(bodyOf('again.filled.docx')).toContain('10.04');
    expect((await fill('again.filled.docx')).code).toBe(0);
    const after = bodyOf('again.filled.docx');
    expect(textOf(after)[0]).toBe(textOf(before)[0]!.replace('x 10.04', 'By hand: x 9.33'));
    expect(await fill('again.filled.docx', '--check')).toMatchObject({
      code: 0,
      out: expect.stringContaining('is what would be written') as string,
    });
    // As if the manuscript had been filled with these data at once.
    folder.write({ 'd.csv': moved });
    expect((await fill('again.docx', '-o', folder.at('fresh.docx'))).code).toBe(0);
    expect(bodyOf('fresh.docx') === after.replace('By hand: ', '')).toBe(true);
  });

  it('is not written over by its manuscript once somebody has changed it, nor a number that was changed by hand', async () => {
    put('hand.docx', body);
    expect((await fill('hand.docx')).code).toBe(0);
    const by = (change: (text: string) => string): void => {
      write('hand.filled.docx', edited(read('hand.filled.docx'), 'word/document.xml', change));
    };
    by((text) => text.replace('10.04', '10.99'));
    const changed = read('hand.filled.docx');
    const refused = await fill('hand.docx');
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringMatching(/changed since it was filled.*studyspec fill .*hand\.filled\.docx/u) as string,
    });
    expect((await fill('hand.docx', '--check')).out).toContain('was changed since it was filled');
    const own = await fill('hand.filled.docx');
    expect(own).toMatchObject({
      code: 1,
      err: expect.stringContaining('paragraph 1 (10.99): error: C.x.mean(g.v) | 2 was changed by hand') as string,
    });
    expect((await fill('hand.filled.docx', '--check')).code).toBe(1);
    expect(read('hand.filled.docx').equals(changed)).toBe(true);
    expect((await fill('hand.filled.docx', '--force')).code).toBe(0);
    expect(textOf(bodyOf('hand.filled.docx'))[0]).toContain('x 10.04');
  });

  it('takes new placeholders, and tells of an address that is gone', async () => {
    put('more.docx', body);
    expect((await fill('more.docx')).code).toBe(0);
    write(
      'more.filled.docx',
      edited(read('more.filled.docx'), 'word/document.xml', (text) => text.replace('>, I <', '>, also {{ R.I.n }}, I <')),
    );
    expect((await fill('more.filled.docx')).code).toBe(0);
    expect(textOf(bodyOf('more.filled.docx'))[0]).toContain('also 40, I');
    folder.write({ 't.study': declared() });
    const gone = await call('fill', folder.at('more.filled.docx'), folder.at('t.study'), '--lang', 'en');
    expect(gone).toMatchObject({ code: 1, err: expect.stringContaining('nothing is at C.x.mean(g.v)') as string });
    expect(gone.err).toContain('the study has no one table "R"');
  });

  it('remembers addresses that are longer than what Word lets a tag hold', async () => {
    folder.write({ 'l.study': (declared() + models).replace('regression R', `regression ${'long_name_of_a_model_'.repeat(4)}`) });
    const address = `${'long_name_of_a_model_'.repeat(4)}.x.beta(a) | 4`;
    put('long.docx', paragraph(run(`{{ ${address} }}`)));
    const long = (...more: string[]) => call('fill', folder.at('long.filled.docx'), folder.at('l.study'), '--lang', 'en', ...more);
    expect((await call('fill', folder.at('long.docx'), folder.at('l.study'))).code).toBe(0);
    for (const [, tag] of bodyOf('long.filled.docx').matchAll(/<w:(?:tag|alias) w:val="([^"]*)"/gu))
      expect(tag!.length).toBeLessThanOrEqual(64);
    expect((await long('--check')).code).toBe(0);
    folder.write({ 'd.csv': moved });
    expect((await long('--check')).out).toContain(`  ${address}: `);
    const before = textOf(bodyOf('long.filled.docx'))[0];
    expect((await long()).code).toBe(0);
    expect(textOf(bodyOf('long.filled.docx'))[0]).not.toBe(before);
  });
});

describe('what is no manuscript of Word, and what cannot be filled', () => {
  it('is told with the paragraph and its words; nothing is written', async () => {
    put('bad.docx', {
      body:
        paragraph(run('first')) +
        paragraph(run('The KMO of {{ I.kmoo }} is high')) +
        paragraph(run('See {{ table:R }}')) +
        paragraph(run('{{ I.kmo')),
      header: paragraph(run('{{ I.kmo | apaa }}')),
    });
    const { code, err } = await fill('bad.docx');
    expect(code).toBe(1);
    const lines = err.split('\n').map((line) => line.replace(/^.*bad\.docx: /u, ''));
    expect(lines[0]).toBe('paragraph 2 (The KMO of {{ I.kmoo }} is high): error: nothing is at I.kmoo. Did you mean I.kmo?');
    expect(lines[1]).toMatch(
      /^paragraph 3 \(See \{\{ table:R \}\}\): error: in Word a table or figure stands in the place of its paragraph/u,
    );
    expect(lines[2]).toMatch(/^paragraph 4 .*the braces that open here are not closed/u);
    expect(lines[3]).toMatch(/^header, paragraph 1 .*"apaa".*Did you mean apa\?/u);
    expect(() => read('bad.filled.docx')).toThrow();
    const chinese = await call('fill', folder.at('bad.docx'), folder.at('s.study'), '--lang', 'zh');
    expect(chinese.err).toContain('第 2 段（The KMO of {{ I.kmoo }} is high）：错误：');
    expect(chinese.err).toContain('页眉，第 1 段');
  });

  it('is refused with what helps', async () => {
    const whole = wordManuscript({ body: paragraph(run('{{ I.kmo }}')) });
    const wide = (text: string): number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
    const office = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const locked = Uint8Array.from(whole);
    locked[6] = 1;
    const broken = Uint8Array.from(whole);
    broken.set([1, 2, 3, 4, 5, 6], 60);
    const cases: readonly (readonly [Uint8Array, RegExp])[] = [
      [Uint8Array.from([...office, ...wide('WordDocument')]), /before 2007.*save it as \.docx/u],
      [Uint8Array.from([...office, ...wide('EncryptedPackage')]), /protected by a password/u],
      [locked, /protected by a password/u],
      [whole.slice(0, -30), /cut off/u],
      [broken, /damaged/u],
      [bytesOf('{{ I.kmo }}'), /no Word document/u],
      [zip({ 'xl/workbook.xml': bytesOf('<a/>') }), /no Word document/u],
      [wordManuscript({ body: '', more: { 'word/media/x.bin': new Uint8Array(40 << 20) } }), /many times more than a document/u],
      [edited(whole, 'word/document.xml', (text) => text.replace('</w:document>', '')), /damaged/u],
      [
        edited(whole, 'word/document.xml', (text) =>
          text.replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'),
        ),
        /Strict Open XML/u,
      ],
    ];
    for (const [bytes, told] of cases) {
      write('no.docx', bytes);
      expect(await fill('no.docx')).toMatchObject({ code: 1, err: expect.stringMatching(told) as string });
    }
    write('old.doc', whole);
    expect(await fill('old.doc')).toMatchObject({ code: 2, err: expect.stringContaining('Save it as .docx first.') as string });
    put('fine.docx', paragraph(run('{{ I.kmo }}')));
    expect(await fill('fine.docx', '-o', folder.at('fine.docx'))).toMatchObject({ err: expect.stringContaining('is an input') as string });
    expect(await fill('fine.docx', '-o', folder.at('fine.md'))).toMatchObject({ code: 2 });
  });
});
