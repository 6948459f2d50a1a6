// Every report of the examples and of two designs of the exam, in two languages, opened by LibreOffice and set by LaTeX: each table and
// each figure that the file has is on the pages, under its number. `node test/heavy/handed-in.mjs FOLDER [NAME]`, by handed-in.sh.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'packages/cli/bin/studyspec.js');
const [folder, only] = process.argv.slice(2);
const studies = {
  anshun: 'examples/anshun/anshun.study',
  'anshun-clean': 'examples/anshun/anshun-clean.study',
  bijie: 'examples/bijie/bijie.study',
  quality: 'test/exam/04-quality-of-life-whoqol/study.study',
  migrants: 'test/exam/07-migrant-integration-entropy/study.study',
};
const styles = ['plain', 'apa', 'gbt', 'nature'];
let [passed, failed] = [0, 0];

for (const [name, study] of Object.entries(studies)) {
  if (only !== undefined && only !== name) continue;
  for (const language of ['en', 'zh']) {
    // Every style once, on the study that has most.
    for (const style of name === 'anshun' ? styles : ['plain']) {
      const place = join(folder, `${name}-${language}-${style}`);
      mkdirSync(place);
      const told = `${name}, ${language}, ${style}`;
      const file = (ending) => join(place, `report.${ending}`);
      for (const ending of ['docx', 'tex', 'xlsx']) {
        if (ending === 'xlsx' && style !== 'plain') continue;
        call(
          process.execPath,
          [program, 'run', join(root, study), '--lang', language, '--style', style, '-o', file(ending)],
          place,
          [0, 1],
        );
      }
      check(`${told}: Word by LibreOffice`, () => {
        const xml = member(readFileSync(file('docx')), 'word/document.xml');
        const counts = countsIn(xml, /instrText[^>]*> SEQ (\S+) /gu, language);
        if (counts.figures !== xml.split('<w:drawing>').length - 1) return `${counts.figures} captions of figures, other drawings`;
        call('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', file('docx')], place);
        return onPages(file('pdf'), counts, language);
      });
      check(`${told}: LaTeX`, () => {
        const text = readFileSync(file('tex'), 'utf8');
        // A part that goes on has the number of what it goes on from.
        const tables =
          (text.match(/\\caption\{/gu) ?? []).length -
          (text.match(/\\includegraphics/gu) ?? []).length -
          (text.match(/addtocounter\{table\}/gu) ?? []).length;
        const counts = { tables, figures: (text.match(/\\includegraphics/gu) ?? []).length };
        const engines = text.startsWith('% !TeX program = xelatex') ? ['xelatex'] : ['pdflatex', 'xelatex'];
        for (const engine of engines) {
          for (let run = 0; run < 2; run += 1) call(engine, ['-interaction=nonstopmode', '-halt-on-error', 'report.tex'], place);
          const log = readFileSync(file('log'), 'latin1');
          const wide = [...log.matchAll(/Overfull \\hbox \(([\d.]+)pt too wide\)/gu)].filter(([, points]) => Number(points) > 20);
          if (wide.length > 0)
            return `${engine}: ${wide.length} lines reach beyond the margin, by up to ${Math.max(...wide.map(([, by]) => Number(by)))} pt`;
          const wrong = onPages(file('pdf'), counts, language);
          if (wrong !== null) return `${engine}: ${wrong}`;
        }
        return null;
      });
      if (style === 'plain')
        check(`${told}: a workbook by LibreOffice`, () => {
          const sheets = (member(readFileSync(file('xlsx')), 'xl/workbook.xml').match(/<sheet /gu) ?? []).length;
          mkdirSync(join(place, 'sheets'));
          const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
          call(
            'soffice',
            [
              '--headless',
              `-env:UserInstallation=file://${folder}/profile`,
              '--convert-to',
              filter,
              '--outdir',
              join(place, 'sheets'),
              file('xlsx'),
            ],
            place,
          );
          const made = readdirSync(join(place, 'sheets')).map((one) => readFileSync(join(place, 'sheets', one), 'utf8'));
          if (made.length !== sheets || sheets < 5) return `${sheets} sheets, of which ${made.length} are read`;
          const bad = made.filter((text) => /#(?:VALUE|NAME|REF|DIV)|Err:\d/u.test(text) || text.trim() === '');
          return bad.length === 0 ? null : `${bad.length} sheets are empty or hold errors`;
        });
    }
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function check(name, run) {
  let wrong;
  try {
    wrong = run();
  } catch (error) {
    wrong = error.message;
  }
  console.log(`${wrong === null ? 'ok    ' : 'FAILED'} ${name}${wrong === null ? '' : `: ${wrong}`}`);
  if (wrong === null) passed += 1;
  else failed += 1;
}

function call(command, args, cwd, fine = [0]) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'latin1', timeout: 300_000, maxBuffer: 2 ** 27 });
  if (error !== undefined || !fine.includes(status))
    throw new Error(`${command} ended with ${status}: ${(error?.message ?? stdout + stderr).slice(-600)}`);
}

/** Fields that number captions. */
function countsIn(xml, field, language) {
  const kinds = [...xml.matchAll(field)].map(([, kind]) => kind);
  const figures = kinds.filter((kind) => kind.startsWith(language === 'zh' ? '图' : 'Figure')).length;
  return { figures, tables: kinds.length - figures };
}

/** Null when each number, from 1, stands at the beginning of some line; those of an appendix begin anew with A. */
function onPages(pdf, { tables, figures }, language) {
  if (!existsSync(pdf)) return 'no PDF was made';
  const { stdout } = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 27 });
  const [table, figure] = language === 'zh' ? ['表', '图'] : ['Table', 'Figure'];
  // A row that begins with a table of somebody else's is no caption.
  const behind = language === 'zh' ? '(?=\\s)' : '(?=\\.|\\s*\\||\\s*$)';
  const numbers = (word) =>
    new Set([...stdout.matchAll(new RegExp(`^\\s*${word}\\s?(A?\\d+)${behind}`, 'gmu'))].map(([, number]) => number));
  const [seenTables, seenFigures] = [numbers(table), numbers(figure)];
  return seenTables.size === tables && seenFigures.size === figures && tables > 3
    ? null
    : `${tables} tables and ${figures} figures, on the pages ${seenTables.size} and ${seenFigures.size}`;
}

/** A file of a zip archive. */
function member(archive, wanted) {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, name, extra, comment] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt16LE(at + 30),
      archive.readUInt16LE(at + 32),
    ];
    const local = archive.readUInt32LE(at + 42);
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    if (archive.toString('utf8', at + 46, at + 46 + name) === wanted) {
      const packed = archive.subarray(begin, begin + size);
      return (archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8');
    }
    at += 46 + name + extra + comment;
  }
  throw new Error(`${wanted} is not in the archive`);
}
