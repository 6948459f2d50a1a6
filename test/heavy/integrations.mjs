// What others render and compute with our results: the Quarto shortcode within pandoc, for every number of an example and against what
// `studyspec fill` writes for it; studyspec.R in R, against results.json. Prints a line a check and ends with `N passed, M failed`.
// `integrations.sh` calls it.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'studyspec-integrations-'));
const run = (program, args, options = {}) =>
  execFileSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'], ...options });
const studyspec = (...args) => run(process.execPath, [join(root, 'packages/cli/bin/studyspec.js'), ...args, '--lang', 'en']);
let passed = 0;
let failed = 0;
function check(name, wrong) {
  if (wrong.length === 0) passed += 1;
  else failed += 1;
  console.log(wrong.length === 0 ? `ok  ${name}` : `FAILED  ${name}: ${wrong.length} differ, such as ${wrong.slice(0, 3).join(' | ')}`);
}

try {
  cpSync(join(root, 'examples/anshun'), join(folder, 'anshun'), { recursive: true });
  studyspec('run', 'anshun/anshun.study', '--out', 'report');
  const results = JSON.parse(readFileSync(join(folder, 'report/results.json'), 'utf8'));
  const addresses = Object.entries(results.quantities).flatMap(([address, { value }]) =>
    value === null || /\s/u.test(address) ? [] : [address],
  );

  const shortcode = join(root, 'integrations/quarto/_extensions/studyspec/studyspec.lua');
  const rendered = (text, to = 'plain') => {
    writeFileSync(join(folder, 'p.md'), `---\nstudyspec-results: report/results.json\n---\n\n${text}`);
    return run(
      'pandoc',
      ['-f', 'markdown-smart', '-t', to, '--wrap=none', `--lua-filter=${join(root, 'test/heavy/shortcode.lua')}`, 'p.md'],
      {
        env: { ...process.env, SHORTCODE: shortcode },
      },
    );
  };
  const lines = (text) => text.split('\n').filter((line) => line !== '');
  for (const format of ['', '2', '4', 'apa', 'apa 3', 'p', 'percent', 'percent 0', 'plain']) {
    // Underscores and the like are letters here.
    const asked = addresses.map((address) => `\`SHORTCODE ${address} ${format}\``).join('\n\n');
    const given = lines(rendered(asked));
    writeFileSync(join(folder, 'f.md'), addresses.map((address) => `{{ ${address}${format === '' ? '' : ` | ${format}`} }}`).join('\n\n'));
    studyspec('fill', 'f.md', 'anshun/anshun.study');
    const wanted = lines(readFileSync(join(folder, 'f.filled.md'), 'utf8').split('\n<!--')[0]);
    const wrong = addresses.flatMap((address, at) => {
      const [one, other] = [given[at], wanted[at]?.replace('*p*', 'p')];
      return one === other ? [] : [`${address}: ${one}, not ${other}`];
    });
    check(
      `shortcode, every number, ${format === '' ? 'as reports print it' : format} (${addresses.length})`,
      given.length === wanted.length ? wrong : ['lines'],
    );
  }
  const failing = lines(
    rendered(
      ['integration.nix', '', 'integration.kmo apaa', 'sample results=none.json', 'table:nix']
        .map((one) => `SHORTCODE ${one}\n\n`)
        .join(''),
    ),
  );
  const messages = [
    /nothing is at integration\.nix/u,
    /an address is missing/u,
    /cannot be written as .apaa/u,
    /none\.json.* is not there/u,
    /no table .nix.*full:coefficients/u,
  ];
  check(
    'shortcode, what is not there',
    messages.flatMap((message, at) =>
      message.test(failing[at] ?? '') && failing[at].startsWith('FAILED studyspec: ') ? [] : [failing[at] ?? 'nothing'],
    ),
  );
  const table = rendered('SHORTCODE table:full\n', 'html');
  const printed = results.tables.find(({ id }) => id === 'full:coefficients');
  const cells = (row) => row.map((cell) => (typeof cell === 'string' ? cell : (cell?.text ?? ''))).filter((text) => text !== '');
  check(
    'shortcode, a table',
    printed.rows
      .flatMap(cells)
      .filter((text) => !table.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').includes(text))
      .concat(table.includes('<table') ? [] : ['no table']),
  );

  writeFileSync(
    join(folder, 'r.R'),
    `source(${JSON.stringify(join(root, 'integrations/r/studyspec.R'))})
s <- read_studyspec("report")
options(digits = 17)
out <- function(name, values)
  write.table(data.frame(values), name, sep = "\\t", quote = FALSE, na = "", row.names = FALSE, fileEncoding = "UTF-8")
n <- s$numbers; n$value <- ifelse(is.na(n$value), "", sprintf("%.17g", n$value)); out("numbers.tsv", n)
t <- s$terms; for (at in 5:11) t[[at]] <- ifelse(is.na(t[[at]]), "", sprintf("%.17g", t[[at]])); out("terms.tsv", t)
out("table.tsv", s$tables[["full:coefficients"]])
cat(studyspec_at(s, c("integration.kmo", "sample")), names(s$terms)[6], "\\n")
cat(tryCatch(studyspec_at(s, "integration.nix"), error = conditionMessage), "\\n")
cat(tryCatch(read_studyspec("anshun"), error = function(e) "refused", warning = function(e) "refused"), "\\n")
`,
  );
  const said = run('Rscript', ['r.R'], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    .split('\n')
    .map((line) => line.trim());
  const rows = (name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split('\t'));
  const numbers = rows('numbers.tsv');
  check(
    `studyspec.R, every number (${numbers.length})`,
    Object.entries(results.quantities).flatMap(([address, { value, format, reason }], at) => {
      const [own, number, kind, why] = numbers[at] ?? [];
      const same =
        own === address && kind === format && why === (reason ?? '') && (number === '' ? value === null : Number(number) === value);
      return same ? [] : [`${address}: ${number}, not ${value}`];
    }),
  );
  const terms = rows('terms.tsv');
  check(
    `studyspec.R, every estimate (${terms.length})`,
    results.terms.rows.flatMap((row, at) =>
      row.flatMap((value, place) => {
        const own = terms[at]?.[place];
        return (value === null ? own === '' : typeof value === 'number' ? Number(own) === value : own === value)
          ? []
          : [`row ${at + 1}: ${own}, not ${value}`];
      }),
    ),
  );
  const wide = printed.columns.length;
  check(
    'studyspec.R, a table as printed',
    rows('table.tsv').flatMap((row, at) =>
      row
        .slice(0, wide)
        .filter((text) => text !== '')
        .join() === cells(printed.rows[at]).join()
        ? []
        : [row.join(' ')],
    ),
  );
  check('studyspec.R, single numbers and what is not there', [
    ...(said[0] === `${results.quantities['integration.kmo'].value} 323 std.error` ||
    Math.abs(Number(said[0].split(' ')[0]) - results.quantities['integration.kmo'].value) < 1e-12
      ? []
      : [said[0]]),
    ...(said[1] === 'nothing is at integration.nix' ? [] : [said[1]]),
    ...(said[2] === 'refused' ? [] : [said[2]]),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
